import type { Result } from '../../../shared/model/result.ts';
import type { GivenNames } from './describe-policy.ts';

/** A repository to read: its history as policies, the branches that carry policies, or the chain of one of these. */
export type RepositoryTask =
  | {
      readonly kind: 'git';
      readonly folder: string;
      readonly revision: string;
      readonly company?: string | undefined;
    }
  | { readonly kind: 'branches'; readonly folder: string }
  | { readonly kind: 'chain'; readonly folder: string; readonly branch: string };

/** What the worker is asked: a file or clipboard HTML to parse, a repository to open, or to go on reading the one that is open. */
export type WorkerQuestion =
  | { readonly kind: 'file'; readonly file: string; readonly given: GivenNames }
  | { readonly kind: 'paste'; readonly html: string }
  | { readonly kind: 'open'; readonly task: RepositoryTask }
  | { readonly kind: 'go-on'; readonly reply?: unknown };

/** What it answers about a repository: still at it, something that was read, or the end. */
export type RepositoryAnswer =
  | { readonly kind: 'working'; readonly done: number; readonly total: number; readonly message: string }
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'end'; readonly result: Result<unknown> };
