import type { Client } from '../../../renderer/app/client.ts';
import type {
  EventName,
  Events,
  RequestArgs,
  RequestName,
  RequestValue,
} from '../../../shared/ipc/contract.ts';
import { fail, type Result } from '../../../shared/model/result.ts';

type Answers = {
  [Name in RequestName]?: (
    args: RequestArgs<Name>,
  ) => Result<RequestValue<Name>> | Promise<Result<RequestValue<Name>>>;
};

/** A client whose answers a test gives; it keeps what was asked and can send events. */
export interface FakeClient extends Client {
  readonly asked: { readonly name: RequestName; readonly args: unknown }[];
  emit<Name extends EventName>(name: Name, event: Events[Name]): void;
}

/** Requests without an answer fail as `unsupported`, so that a test notices them. */
export function fakeClient(answers: Answers): FakeClient {
  const asked: { name: RequestName; args: unknown }[] = [];
  const listeners = new Map<string, Set<(event: never) => void>>();
  return {
    asked,
    async request(name, args) {
      asked.push({ name, args });
      const answer = answers[name];
      return answer ? answer(args) : fail('unsupported', `No answer for ${name}`);
    },
    on(name, listener) {
      const own = listeners.get(name) ?? new Set();
      own.add(listener);
      listeners.set(name, own);
      return () => own.delete(listener);
    },
    emit(name, event) {
      for (const listener of listeners.get(name) ?? []) listener(event as never);
    },
    pathForFile: (file) => `/dropped/${file.name}`,
  };
}
