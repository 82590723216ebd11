import { ChevronDown, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import { type Services, useServices } from '../app/services.ts';
import { MenuButton, type MenuEntries } from '../components/menu.tsx';
import type { Seat } from './seats.ts';

type Form = RequestArgs<'export.companies'>['form'];

/** Saves what the view shows of the policies at the table: everything, or one table. */
export function CompaniesExport({ seats }: { readonly seats: readonly Seat[] }): ReactNode {
  const services = useServices();
  return (
    <MenuButton label="Export" entries={entries(seats, services)}>
      <AriaButton className="button" isDisabled={seats.length < 2}>
        Export <ChevronDown aria-hidden size={14} />
      </AriaButton>
    </MenuButton>
  );
}

function entries(seats: readonly Seat[], services: Services): MenuEntries {
  const save = (form: Form) => () => void exportSeats(seats, form, services);
  return [
    { id: 'html', label: 'Web page (HTML)…', icon: FileText, run: save('html') },
    { id: 'pdf', label: 'PDF…', icon: Printer, run: save('pdf') },
    { id: 'xlsx', label: 'Excel workbook…', icon: FileSpreadsheet, run: save('xlsx') },
    null,
    { id: 'coverage', label: 'Coverage as CSV…', icon: FileSpreadsheet, run: save('coverage-csv') },
    { id: 'facts', label: 'Facts as CSV…', icon: FileSpreadsheet, run: save('facts-csv') },
  ];
}

async function exportSeats(seats: readonly Seat[], form: Form, services: Services): Promise<void> {
  const { jobs, notices, client } = services;
  const companies = [...new Set(seats.map(({ company }) => company))].join(', ');
  const answer = await jobs.run('Exporting the companies', 'export.companies', (job) => ({
    job,
    texts: seats.map(({ ref }) => ref),
    form,
    suggestedName: `Side by side ${companies}`.slice(0, 120),
  }));
  if (!answer.ok) return notices.addFailure(answer.error);
  if (!answer.value) return;
  const { file } = answer.value;
  notices.add({
    tone: 'success',
    text: `Saved ${file}.`,
    action: { label: 'Show in folder', run: () => void client.request('file.reveal', { path: file }) },
  });
}
