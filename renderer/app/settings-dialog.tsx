import { type ReactNode, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { Segmented } from '../components/segmented.tsx';
import { EDITOR_FONTS, type EditorFont, editorFont } from '../editor/editor-font.ts';
import { useServices } from './services.ts';
import './settings-dialog.css';
import { useStore } from './store.ts';

/** As long as the settings allow. */
const LONGEST_WORD = 100;
const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
const FONT_NAMES: Readonly<Record<EditorFont, string>> = { sans: 'Sans', serif: 'Serif', mono: 'Monospace' };
const FONTS = EDITOR_FONTS.map((value) => ({ value, label: FONT_NAMES[value] }));
const SIZES = [12, 13, 14, 15, 16, 18, 20].map((size) => ({ value: String(size), label: String(size) }));
const SPELLINGS = [
  { value: 'auto', label: 'As the text' },
  { value: 'en-US', label: 'US' },
  { value: 'en-GB', label: 'UK' },
  { value: 'off', label: 'Off' },
] as const;
const LINE_NUMBERS = [
  { value: 'on', label: 'Shown' },
  { value: 'off', label: 'Hidden' },
] as const;

/** What the writer can choose; every choice takes effect at once. */
export function SettingsDialog() {
  const { navigator, preferences } = useServices();
  const settings = useStore(preferences.store, (current) => current);
  return (
    <Dialog
      title="Settings"
      onClose={navigator.closeDialog}
      actions={<Button onPress={navigator.closeDialog}>Close</Button>}
    >
      <Row name="Theme">
        <Segmented
          label="Theme"
          segments={THEMES}
          value={settings.theme}
          onChange={(theme) => preferences.change({ theme })}
        />
      </Row>
      <Row name="Letters of the text">
        <Segmented
          label="Letters of the text"
          segments={FONTS}
          value={editorFont(String(settings.view['editorFont'] ?? ''))}
          onChange={(font) => preferences.remember('editorFont', font)}
        />
      </Row>
      <Row name="Size of the text">
        <Segmented
          label="Size of the text"
          segments={SIZES}
          value={String(settings.editorFontSize)}
          onChange={(size) => preferences.change({ editorFontSize: Number(size) })}
        />
      </Row>
      <Row name="Line numbers">
        <Segmented
          label="Line numbers"
          segments={LINE_NUMBERS}
          value={settings.view['lineNumbers'] === false ? 'off' : 'on'}
          onChange={(value) => preferences.remember('lineNumbers', value === 'on')}
        />
      </Row>
      <Row name="Spell check in English">
        <Segmented
          label="Spell check in English"
          segments={SPELLINGS}
          value={settings.spelling}
          onChange={(spelling) => preferences.change({ spelling })}
        />
      </Row>
      <OwnWords />
      <Field
        label="Author"
        description="Written into each version that you save."
        value={settings.author}
        maxLength={200}
        onChange={(author) => preferences.change({ author })}
      />
    </Dialog>
  );
}

/** The words that were added to the dictionary, to be seen and taken back; a draft until the field is left. */
function OwnWords() {
  const { preferences } = useServices();
  const words = useStore(preferences.store, (settings) => settings.dictionary);
  const [written, setWritten] = useState(words.join(', '));
  return (
    <Field
      label="Words of your own"
      description="Taken as spelled right, with commas between them."
      value={written}
      onChange={(value) => {
        setWritten(value);
        preferences.change({ dictionary: wordsIn(value) });
      }}
    />
  );
}

function wordsIn(list: string): string[] {
  const words = list.split(',').map((word) => word.trim().slice(0, LONGEST_WORD));
  return [...new Set(words)].filter((word) => word !== '');
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="settings-row">
      <span aria-hidden>{name}</span>
      {children}
    </div>
  );
}
