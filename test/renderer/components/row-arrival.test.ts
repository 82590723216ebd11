import { expect, it } from 'vitest';
import { rowArrival } from '../../../renderer/components/row-arrival.ts';

it.each([
  ['at the end', 'Oar', ['Ant', 'Bee'], ['Ant', 'Bee', 'Oar'], 2],
  ['in a list that was sorted meanwhile', 'Oar', ['Zebra', 'Ant', 'Bee'], ['Ant', 'Bee', 'Zebra', 'Oar'], 3],
  ['as a second one of its name', 'Ant', ['Ant', 'Bee'], ['Ant', 'Bee', 'Ant'], 2],
  ['in the place of one that is read no more', 'Oar', ['Ant', 'Bee'], ['Bee', 'Oar'], 1],
  ['not as one that was renamed', 'Oar', ['Ant', 'Bee'], ['Ant', 'Cat'], -1],
  ['under the name that the text gives it', 'Oar', ['Ant'], ['Ant', 'Oar Ltd'], 1],
  ['not while it cannot be told from others', 'Oar', ['Ant'], ['Bee', 'Cat', 'Dog'], -1],
  ['not before it is read', 'Oar', ['Ant', 'Bee'], ['Bee', 'Ant'], -1],
])('an added row is found %s', (_where, name, before, rows, expected) => {
  expect(rowArrival(name, before, rows)).toBe(expected);
});
