import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftSaver, type SaveState } from '../../../renderer/editor/draft-saver.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';

type Answer = Result<{ readonly savedAt: string }>;

function setup(answers: (() => Answer | Promise<Answer>)[] = []) {
  const saves: number[] = [];
  const states: SaveState['kind'][] = [];
  const save = vi.fn(async () => {
    saves.push(Date.now());
    const next = answers.shift();
    return next ? next() : ok({ savedAt: 'now' });
  });
  const saver = createDraftSaver({ save, onState: (state) => states.push(state.kind) });
  return { saver, saves, states };
}

describe('draft saver', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves within a second of a pause', async () => {
    const { saver, saves, states } = setup();
    saver.touch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves).toHaveLength(1);
    expect(states).toEqual(['pending', 'saving', 'saved']);
  });

  it('saves at least every two seconds while typing goes on', async () => {
    const { saver, saves } = setup();
    for (let time = 0; time < 10_000; time += 100) {
      saver.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    const gaps = saves.map((time, index) => time - (saves[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2000);
    expect(saves.length).toBeGreaterThanOrEqual(5);
  });

  it('does so too when the clock is set back by years', async () => {
    const { saver, saves } = setup();
    for (let time = 0; time < 4_000; time += 100) {
      if (time === 1000) vi.setSystemTime(-400_000_000_000);
      saver.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saves.length).toBeGreaterThanOrEqual(2);
  });

  it('says once that there is something to save, however much is typed', () => {
    const { saver, states } = setup();
    for (let key = 0; key < 50; key++) saver.touch();
    expect(states).toEqual(['pending']);
  });

  it('says saved only after the answer, and not when something was typed meanwhile', async () => {
    let finish = (_: Answer): void => undefined;
    const { saver, states } = setup([() => new Promise((resolve) => (finish = resolve))]);
    saver.touch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual(['pending', 'saving']);
    saver.touch();
    finish(ok({ savedAt: 'now' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('pending');
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toBe('saved');
  });

  it('keeps a failure in sight and tries again by itself until it succeeds', async () => {
    const full = () => fail('disk-full', 'The disk is full.');
    const { saver, saves, states } = setup([full, full]);
    saver.touch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toBe('failed');
    saver.touch();
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toHaveLength(3);
    expect(states.at(-1)).toBe('saved');
  });

  it('flushes at once and tells whether everything is on the disk', async () => {
    const { saver, saves } = setup([() => fail('busy', 'Busy.')]);
    saver.touch();
    expect(await saver.flush()).toBe(false);
    expect(await saver.flush()).toBe(true);
    expect(await saver.flush()).toBe(true);
    expect(saves).toHaveLength(2);
  });

  it('never runs two saves at once, and flush waits for what was typed during one', async () => {
    let running = 0;
    let most = 0;
    const slow = async (): Promise<Answer> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 500));
      running -= 1;
      return ok({ savedAt: 'now' });
    };
    const { saver, saves } = setup([slow, slow, slow]);
    saver.touch();
    const flushed = Promise.all([saver.flush(), saver.flush()]);
    await vi.advanceTimersByTimeAsync(100);
    saver.touch();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await flushed).toEqual([true, true]);
    expect(most).toBe(1);
    expect(saves).toHaveLength(2);
  });

  it('saves nothing after it was disposed', async () => {
    const { saver, saves } = setup();
    saver.touch();
    saver.dispose();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toHaveLength(0);
  });
});
