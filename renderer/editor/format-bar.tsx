import {
  Bold,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { useServices } from '../app/services.ts';
import { IconButton } from '../components/button.tsx';

interface Tool {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut: string;
  readonly command: string;
}

interface ToolGroup {
  readonly name: string;
  readonly tools: readonly Tool[];
}

const GROUPS: readonly ToolGroup[] = [
  {
    name: 'undo',
    tools: [
      { icon: Undo2, label: 'Undo', shortcut: 'Ctrl+Z', command: 'undo' },
      { icon: Redo2, label: 'Redo', shortcut: 'Ctrl+Y', command: 'redo' },
    ],
  },
  {
    name: 'heading',
    tools: [
      { icon: Heading1, label: 'Heading 1', shortcut: 'Ctrl+Alt+1', command: 'codicil.heading1' },
      { icon: Heading2, label: 'Heading 2', shortcut: 'Ctrl+Alt+2', command: 'codicil.heading2' },
      { icon: Heading3, label: 'Heading 3', shortcut: 'Ctrl+Alt+3', command: 'codicil.heading3' },
    ],
  },
  {
    name: 'mark',
    tools: [
      { icon: Bold, label: 'Bold', shortcut: 'Ctrl+B', command: 'codicil.bold' },
      { icon: Italic, label: 'Italic', shortcut: 'Ctrl+I', command: 'codicil.italic' },
      { icon: Link, label: 'Link', shortcut: 'Ctrl+K', command: 'codicil.link' },
    ],
  },
  {
    name: 'list',
    tools: [
      { icon: List, label: 'Bulleted list', shortcut: 'Ctrl+Shift+8', command: 'codicil.bullets' },
      { icon: ListOrdered, label: 'Numbered list', shortcut: 'Ctrl+Shift+7', command: 'codicil.numbers' },
    ],
  },
  { name: 'find', tools: [{ icon: Search, label: 'Find', shortcut: 'Ctrl+F', command: 'actions.find' }] },
];

/** Formatting for people who come from a word processor. */
export function FormatBar() {
  const { session } = useServices();
  const run = (command: string): void => {
    const editor = session.editor.get();
    editor?.focus();
    editor?.run(command);
  };
  return (
    <Toolbar aria-label="Formatting" className="format-bar">
      {GROUPS.map(({ name, tools }) => (
        <div key={name} className="format-group" data-group={name}>
          {tools.map((tool) => (
            <IconButton
              key={tool.command}
              icon={tool.icon}
              label={tool.label}
              shortcut={tool.shortcut}
              onPress={() => run(tool.command)}
            />
          ))}
        </div>
      ))}
    </Toolbar>
  );
}
