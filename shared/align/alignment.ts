import type { TextRange } from '../model/text.ts';

/** A text that takes part; `label` is how the user knows it. */
export interface AlignedText {
  readonly label: string;
  readonly text: string;
  /** What the policy is called through all its versions, for overrides; the label where absent. */
  readonly key?: string;
}

/** A heading with its own text up to the next heading of any level, or a stretch of one topic where headings are missing. */
export interface PassageSummary {
  /** `a1`, `a2` … in the first document, `b1` … in the second. */
  readonly id: string;
  readonly heading: string;
  /** Headings from the outermost to this one. */
  readonly path: readonly string[];
  /** 1-based, inclusive. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly range: TextRange;
  /** Finer topics, the plainest first. */
  readonly topics: readonly TopicDecision[];
  /** Which of the ten categories it belongs to, the plainest first. */
  readonly categories: readonly string[];
  /** Anchor that survives edits elsewhere in the document, for confirmed and broken links. */
  readonly anchor: PassageAnchor;
}

/** That a passage speaks of a topic, and the words that say so. */
export interface TopicDecision {
  /** Id of a fine topic of the tree. */
  readonly topic: string;
  /** One of the ten of Wilson et al. 2016. */
  readonly category: string;
  /** 0 to 1: how plainly the passage speaks of it. */
  readonly score: number;
  /** The words that made the decision, half-open UTF-16 offsets into the document. */
  readonly evidence: readonly TextRange[];
}

/** Where a passage stands and what it said: enough to find it again in a later version. */
export interface PassageAnchor {
  readonly path: readonly string[];
  /** Hash of its words, so that reflow and typography change nothing. */
  readonly hash: string;
}

/** Why two passages are held to correspond; each part is 0 to 1 before weighting. */
export interface LinkReasons {
  readonly topics: readonly string[];
  readonly topicSimilarity: number;
  readonly headingSimilarity: number;
  readonly wordingSimilarity: number;
  /** Words that both passages say, each in its shortest spelling, the weightiest first. */
  readonly sharedTerms: readonly string[];
  /** Every spelling of those in either passage, lower case: what to mark. */
  readonly sharedSpellings: readonly string[];
}

export interface AlignmentLink {
  readonly from: string;
  readonly to: string;
  /** 0 to 1. */
  readonly score: number;
  readonly origin: 'computed' | 'confirmed';
  readonly reasons: LinkReasons;
}

/** One end of an override: a passage of the policy called `key`, in any version. */
export interface OverrideEnd {
  readonly key: string;
  readonly anchor: PassageAnchor;
}

/** What the user said about a pair of passages, in either direction; it outranks what is computed. */
export interface LinkOverride {
  readonly verdict: 'confirmed' | 'broken';
  readonly from: OverrideEnd;
  readonly to: OverrideEnd;
}

/** `unread`: the text is in a language whose words are not known, so nothing can be said of it. */
export type CoverageStatus = 'covered' | 'mentioned' | 'absent' | 'unread';

/** A passage's lines in a cell of the matrix. */
export interface CoveragePassage {
  readonly section: string;
  readonly fromLine: number;
  readonly toLine: number;
  readonly evidence: readonly TextRange[];
}

/** A cell of the matrix: what one document says on one topic. */
export interface CoverageCell {
  readonly topic: string;
  readonly document: number;
  readonly status: CoverageStatus;
  readonly passages: readonly CoveragePassage[];
}

/** A row of the matrix: one of the ten categories, or a finer topic below one. */
export interface AlignmentTopic {
  readonly id: string;
  readonly name: string;
  /** Id of the category above; null for the ten. */
  readonly parent: string | null;
  /** What is looked for, to be said where a document is silent. */
  readonly lookedFor: readonly string[];
}

export interface AlignmentDocument {
  readonly label: string;
  /** ISO 639-1 as far as it can be told; empty where it cannot, which is read as English. */
  readonly language: string;
  readonly sections: readonly PassageSummary[];
}

/** What `codicil align --json` prints; shapes as CONTRACT.md gives them, with added fields. */
export interface Alignment {
  readonly format: 'codicil.align/1';
  readonly documents: readonly AlignmentDocument[];
  /** Many to many, within each pair of documents, in order of documents and passages. */
  readonly links: readonly AlignmentLink[];
  /** Passages that correspond to nothing in any other document. */
  readonly unmatched: readonly string[];
  readonly topics: readonly AlignmentTopic[];
  readonly coverage: readonly CoverageCell[];
  /** The same for the finer topics below the ten. */
  readonly fineTopics: readonly AlignmentTopic[];
  readonly fineCoverage: readonly CoverageCell[];
  /** Overrides whose passages no longer exist, by index into the input. */
  readonly lostOverrides: readonly number[];
  /** Pairs of passages that would be linked, had the user not said that they are not the same. */
  readonly brokenLinks: readonly Pick<AlignmentLink, 'from' | 'to'>[];
  /** What could not be read, and why, in words. */
  readonly diagnostics: readonly AlignmentDiagnostic[];
}

/** Something a reader of the result must know of one of the documents. */
export interface AlignmentDiagnostic {
  readonly severity: 'warning';
  /** Place of the document in the input. */
  readonly document: number;
  readonly message: string;
}
