import path from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

/** A rectangle on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window was, and whether it was maximized there. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

export const smallestWindow = { width: 900, height: 600 } as const;
const preferredWindow = { width: 1360, height: 860 } as const;
/** So much of a title bar must be on some display for a person to catch hold of the window. */
const reachable = { width: 100, height: 32 } as const;

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
});
/** By display arrangement: a laptop has one place for its window at the desk and another on the road. */
const fileSchema = z.record(z.string(), stateSchema);

/** Names an arrangement of displays by their work areas. */
export function arrangementOf(workAreas: readonly Bounds[]): string {
  return workAreas
    .map(({ x, y, width, height }) => `${width}x${height}@${x},${y}`)
    .sort()
    .join(' ');
}

/** Where to open the window: where it last was on these displays, if a person can still reach it there, else in the middle of the first. */
export function chooseState(saved: WindowState | undefined, workAreas: readonly Bounds[]): WindowState {
  if (saved && workAreas.some((area) => reaches(saved.bounds, area))) {
    const width = Math.max(saved.bounds.width, smallestWindow.width);
    const height = Math.max(saved.bounds.height, smallestWindow.height);
    return { ...saved, bounds: { ...saved.bounds, width, height } };
  }
  return { bounds: centred(workAreas[0]), maximized: false };
}

/** The remembered places of the window, in one small file. */
export function openWindowStates(folder: string): {
  readonly get: (arrangement: string) => WindowState | undefined;
  readonly set: (arrangement: string, state: WindowState) => void;
} {
  const file = path.join(folder, 'window-state.json');
  let states = readJsonFile<Record<string, WindowState>>(file, fileSchema, {});
  return {
    get: (arrangement) => states[arrangement],
    set: (arrangement, state) => {
      states = { ...states, [arrangement]: state };
      writeJsonFile(file, states);
    },
  };
}

function reaches(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const titleInside = window.y >= area.y && window.y + reachable.height <= area.y + area.height;
  return titleInside && across >= reachable.width;
}

function centred(area: Bounds | undefined): Bounds {
  if (!area) return { x: 0, y: 0, ...preferredWindow };
  const width = Math.max(smallestWindow.width, Math.min(preferredWindow.width, area.width));
  const height = Math.max(smallestWindow.height, Math.min(preferredWindow.height, area.height));
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
  };
}
