/** Sizes of panels in percent by panel id, as the panel library has them. */
type PanelSizes = Readonly<Record<string, number>>;

/** Remembered sizes, in the order of `panels`; undefined where they do not fit these panels. */
export function layoutOf(
  panels: readonly string[],
  sizes: readonly number[] | undefined,
): PanelSizes | undefined {
  if (sizes?.length !== panels.length || sizes.some((size) => !(size > 0 && size <= 100))) return undefined;
  return Object.fromEntries(panels.map((id, index) => [id, sizes[index] ?? 0]));
}

/** A layout as the settings keep it: sizes in the order of `panels`, to a hundredth of a percent. */
export function sizesOf(panels: readonly string[], layout: PanelSizes): readonly number[] {
  return panels.map((id) => Math.round((layout[id] ?? 0) * 100) / 100);
}
