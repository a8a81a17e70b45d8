import { Command } from "cmdk";
import type { ReactNode } from "react";

interface PaletteItemProps {
  readonly id: string;
  readonly onSelect: () => void;
  readonly children: ReactNode;
  /** Shown whatever is typed: it was found elsewhere. */
  readonly forceMount?: boolean;
}

export function PaletteItem({ id, onSelect, children, forceMount = false }: PaletteItemProps) {
  return (
    <Command.Item value={id} onSelect={onSelect} forceMount={forceMount}>
      {children}
    </Command.Item>
  );
}
