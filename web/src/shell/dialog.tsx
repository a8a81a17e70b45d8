import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../catalogue/words.tsx";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The title is said but not shown: the content begins with its own. */
  readonly bare?: boolean;
  readonly className?: string;
}

/** The browser's own modal dialog: it holds the focus, gives it back, and closes on Escape. */
export function Dialog({ title, onClose, children, bare = false, className = "" }: DialogProps) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by the browser; the click is one on what lies around it
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="dialog-body">
        {!bare && (
          <div className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="pill" onClick={onClose}>
              {t("shell.close")}
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
