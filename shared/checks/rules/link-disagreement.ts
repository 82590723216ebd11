import type { LinkInline } from '../../markdown/document.ts';
import { plainText } from '../../markdown/parse-inlines.ts';
import { mailtoAddresses } from '../../structure/contacts.ts';
import { linksOf } from '../../structure/links.ts';
import type { Fix, Problem, Rule } from '../rule.ts';

const WHOLE_ADDRESS = /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}$/u;
const WHOLE_URL = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?$/i;

/** The address a reader sees and the one the link goes to differ. */
export const linkDisagreement: Rule = {
  name: 'link-disagreement',
  title: 'Links that lead elsewhere than they say',
  find: ({ reading }) =>
    linksOf(reading).flatMap((link) => compareAddress(link) ?? compareHost(link) ?? comparePath(link) ?? []),
};

function compareAddress(link: LinkInline): Problem | null {
  const shown = plainText(link.children).trim();
  if (!WHOLE_ADDRESS.test(shown) || !/^mailto:/i.test(link.href)) return null;
  const targets = mailtoAddresses(link.href);
  if (targets.length === 0 || targets.some((target) => target.toLowerCase() === shown.toLowerCase()))
    return null;
  const target = targets[0] ?? '';
  return {
    range: { from: link.from, to: link.to },
    severity: 'error',
    message: `The text shows ${shown}, but the link writes to ${target}.`,
    fix: withTarget(link, `Link to ${shown}.`, link.href.replace(target, shown)),
  };
}

/** Only whole addresses are compared: words in a link text promise nothing about the host. */
function compareHost(link: LinkInline): Problem | null {
  const shown = plainText(link.children).trim();
  const shownHost = WHOLE_URL.exec(shown)?.[1];
  const host = /^https?:\/\/([^/?#:]+)/i.exec(link.href)?.[1];
  if (!shownHost || !host || sameSite(shownHost, host)) return null;
  const scheme = /^https?:\/\//i.test(shown) ? '' : 'https://';
  return {
    range: { from: link.from, to: link.to },
    severity: 'error',
    message: `The text shows ${shownHost}, but the link leads to ${host}.`,
    fix: withTarget(link, `Link to ${shown}.`, scheme + shown),
  };
}

/** A whole URL that is shown promises its page; a part of the path, or one that tracks, is no other. */
function comparePath(link: LinkInline): Problem | null {
  const shown = plainText(link.children).trim();
  const [path, target] = [shown, link.href].map((url) =>
    /^https?:\/\/[^/?#]+\/([^?#]*[^?#/])/i
      .exec(url)?.[1]
      ?.toLowerCase()
      .replace(/\.html?$/, ''),
  );
  if (!path || !target || /…|\.\.\./.test(shown) || target.endsWith(path) || path.endsWith(target))
    return null;
  if (target.startsWith(path) || path.startsWith(target)) return null;
  return {
    range: { from: link.from, to: link.to },
    severity: 'warning',
    message: `The text shows ${shown}, but the link leads to ${link.href}.`,
    fix: withTarget(link, `Link to ${shown}.`, shown),
  };
}

/** A host and a part of it ("example.com", "www.example.com") are one site. */
function sameSite(shown: string, host: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/^www\./, '');
  return (
    bare(host) === bare(shown) ||
    bare(host).endsWith(`.${bare(shown)}`) ||
    bare(shown).endsWith(`.${bare(host)}`)
  );
}

function withTarget(link: LinkInline, label: string, insert: string): Fix {
  return link.hrefRange ? { label, edits: [{ ...link.hrefRange, insert }] } : { label };
}
