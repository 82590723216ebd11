import type { z } from 'zod';

/** Which process answers a request. */
export type RequestOwner = 'engine' | 'main';

export interface RequestSpec<Owner extends RequestOwner, Args extends z.ZodType, Value> {
  readonly owner: Owner;
  readonly args: Args;
  /** Never called: carries the type of a successful answer. */
  readonly answers?: (value: Value) => Value;
}

export function request<Value>() {
  return <Owner extends RequestOwner, Args extends z.ZodType>(
    owner: Owner,
    args: Args,
  ): RequestSpec<Owner, Args, Value> => ({ owner, args });
}
