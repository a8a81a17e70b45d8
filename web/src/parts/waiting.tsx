import { Failed, Loading } from "./states.tsx";

interface WaitingProps {
  /** The page keeps its heading, whatever becomes of its content. */
  readonly title: string;
  readonly error: unknown;
  readonly retry: () => void;
}

/** A page whose content is not there: still on its way, or failed, with why. */
export function Waiting({ title, error, retry }: WaitingProps) {
  return (
    <>
      <h1>{title}</h1>
      {error ? <Failed error={error} retry={retry} /> : <Loading />}
    </>
  );
}
