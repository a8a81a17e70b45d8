const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Readonly<Record<string, string>> = {
  Mod: MAC ? "⌘" : "Ctrl",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** Keys as they are printed on a keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span dir="ltr">
      {keys.split(" ").map((chord) => (
        <span key={chord} className="chord">
          {chord.split(/\+(?=.)/).map((key) => (
            <kbd key={key}>{NAMES[key] ?? key}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
