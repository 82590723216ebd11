import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { ComparisonPageInput } from '../../../shared/publish/render-comparison-page.ts';
import { trackChanges } from '../../../shared/publish/tracked-changes.ts';
import { docxLook } from './docx-look.ts';
import { pageSection } from './docx-page.ts';
import { documentNumbering, documentStyles } from './docx-styles.ts';
import { type Revisions, trackedBlocks } from './tracked-docx.ts';
import { xmlText } from './xml-text.ts';

export interface ComparisonDocxInput extends ComparisonPageInput {
  /** Who Word shows as the author of the changes. */
  readonly author: string;
  /** The instant that Word shows for the changes, ISO 8601 in UTC. */
  readonly date: string;
}

/**
 * A comparison as a Word file with tracked changes (ECMA-376 17.13.5): accepting all gives the new text, rejecting all the old.
 * Nothing but the two texts stands in the body, so that it can be worked on.
 */
export async function writeComparisonDocx(input: ComparisonDocxInput): Promise<Uint8Array> {
  const a = xmlText(input.comparison.a.label);
  const b = xmlText(input.comparison.b.label);
  const revisions: Revisions = { author: xmlText(input.author) || 'Codicil', date: input.date, next: 1 };
  const body = trackedBlocks(trackChanges(input.redline), revisions);
  const title = `Comparison of ${a} and ${b}`;
  const look = docxLook();
  const document = new Document({
    title,
    creator: revisions.author,
    styles: documentStyles(look),
    numbering: documentNumbering([]),
    features: { trackRevisions: true },
    sections: [
      pageSection(
        { company: a, title: b, edition: 'Tracked changes', look, logo: null },
        body.length > 0 ? body : [new Paragraph({ children: [new TextRun('')] })],
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
