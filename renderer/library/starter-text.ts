/** What a new policy begins with: a title and the questions that every such text answers, to be written over. */
export function starterText(company: string, name: string): string {
  return `# ${name}

${company} (“**we**”, “**us**”) …

## Scope

## Contact
`;
}
