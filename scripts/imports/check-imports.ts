import path from 'node:path';
import { findImports, type ImportSite } from './find-imports.ts';
import { type ImportRule, importRules } from './import-rules.ts';

/** An import against the rules, as a line for people: file, line, and why. */
export type ImportFault = string;

/** Checks one file, named relative to the root with forward slashes. Files outside of every rule's folder may import anything. */
export function checkImports(
  file: string,
  source: string,
  rules: readonly ImportRule[] = importRules,
): ImportFault[] {
  const rule = ruleOf(file, rules);
  if (!rule) return [];
  return findImports(file, source).flatMap((site) => {
    const fault = site.specifier.startsWith('.')
      ? relativeFault(file, site, rule, rules)
      : packageFault(site, rule);
    return fault ? [`${file}:${site.line} ${fault}`] : [];
  });
}

function relativeFault(
  file: string,
  { specifier }: ImportSite,
  rule: ImportRule,
  rules: readonly ImportRule[],
): string | null {
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const targetFolder = ruleOf(target, rules)?.folder ?? '';
  const allowed = targetFolder === rule.folder || rule.mayImport.some((folder) => isInside(target, folder));
  return allowed ? null : `imports ${target}: ${rule.folder}/ may not import ${targetFolder || 'that'}`;
}

function packageFault({ specifier }: ImportSite, rule: ImportRule): string | null {
  const forbidden = rule.neverPackages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : isInside(specifier, name),
  );
  return forbidden ? `imports ${specifier}: never in ${rule.folder}/` : null;
}

function ruleOf(file: string, rules: readonly ImportRule[]): ImportRule | undefined {
  return rules
    .filter((rule) => isInside(file, rule.folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

function isInside(name: string, folder: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}
