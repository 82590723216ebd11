import { Import } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import './drop-target.css';

/** Lets files and folders be dropped anywhere on the window, and says so while they are held over it. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { importer } = useServices();
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only the difference tells whether the pointer is still over the window.
  const depth = useRef(0);

  const onDragEnter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current += 1;
    setOver(true);
  };
  const onDragLeave = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    depth.current -= 1;
    if (depth.current <= 0) setOver(false);
  };
  const onDragOver = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    depth.current = 0;
    setOver(false);
    void importer.importDropped([...event.dataTransfer.files]);
  };

  return (
    // Dropping has an equal for the keyboard: Import, Ctrl+O.
    <div
      role="presentation"
      onDragEnterCapture={onDragEnter}
      onDragLeaveCapture={onDragLeave}
      onDragOverCapture={onDragOver}
      onDropCapture={onDrop}
    >
      {children}
      {over ? (
        <div className="drop-over">
          <div className="drop-card">
            <Import aria-hidden size={28} strokeWidth={1.5} />
            <p className="drop-title">Drop to import</p>
            <p>Markdown, text, HTML, Word and PDF files, whole folders and git repositories</p>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
