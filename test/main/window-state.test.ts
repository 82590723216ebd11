import { describe, expect, it } from 'vitest';
import { arrangementOf, type Bounds, chooseState } from '../../main/windows/window-state.ts';

const laptop: Bounds = { x: 0, y: 0, width: 1440, height: 860 };
const desk: Bounds = { x: 1440, y: -200, width: 2560, height: 1400 };

function at(x: number, y: number, width = 1200, height = 700): { bounds: Bounds; maximized: boolean } {
  return { bounds: { x, y, width, height }, maximized: false };
}

describe('where the window opens', () => {
  it('is the middle of the first display at first', () => {
    expect(chooseState(undefined, [laptop])).toEqual(at(40, 0, 1360, 860));
  });

  it.each([
    ['inside', at(100, 50)],
    ['on the second display', at(2000, -150)],
    ['half out to the side', at(-1000, 20)],
  ])('is where it was: %s', (_name, state) => expect(chooseState(state, [laptop, desk])).toEqual(state));

  it.each([
    ['on a display that is gone', at(2000, 300)],
    ['with its title above the top', at(100, -60)],
    ['with its title below the bottom', at(100, 850)],
    ['with a sliver left', at(-1150, 50)],
  ])('is not where a person cannot reach it: %s', (_name, state) => {
    expect(chooseState(state, [laptop])).toEqual(at(40, 0, 1360, 860));
  });

  it('is never smaller than the smallest window', () => {
    expect(chooseState(at(10, 10, 300, 200), [laptop])).toEqual(at(10, 10, 900, 600));
    expect(chooseState(undefined, [{ x: 0, y: 0, width: 800, height: 500 }])).toEqual(at(0, 0, 900, 600));
  });

  it('is remembered by arrangement, in whatever order the displays come', () => {
    expect(arrangementOf([laptop, desk])).toBe(arrangementOf([desk, laptop]));
    expect(arrangementOf([laptop])).not.toBe(arrangementOf([laptop, desk]));
  });
});
