import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { companiesOf } from './library-store.ts';

interface CompanyFieldProps {
  readonly value: string;
  readonly onChange: (company: string) => void;
  readonly autoFocus?: boolean;
  readonly description?: string;
}

/** The name of a company: one of the library, or a new one. */
export function CompanyField({ value, onChange, autoFocus = false, description }: CompanyFieldProps) {
  const { library } = useServices();
  const companies = useStore(library.store, companiesOf);
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      defaultItems={companies}
    >
      <Label>Company</Label>
      <Input autoFocus={autoFocus} maxLength={200} />
      {description ? (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      ) : null}
      <Popover className="popover" placement="bottom start">
        <ListBox className="menu">
          {(item: { readonly id: number; readonly name: string }) => (
            <ListBoxItem id={item.id} textValue={item.name} className="menu-item menu-item-plain">
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
