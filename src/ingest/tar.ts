import { extract } from "tar-stream";
import { fail } from "../text/errors.ts";
import { readStream } from "./read.ts";
import { asInputError, damaged, type ReadOptions, type ReadResult } from "./result.ts";
import {
  type Around,
  badName,
  countedStream,
  endsAll,
  isPassedOver,
  unpackedGuard,
  within,
} from "./unpacked.ts";

/** One file of the archive; the library has a stream class of its own. */
type Member = AsyncIterable<unknown>;

/** Every file of a tar archive as it comes by; links and devices are passed over. Throws K109 if it is damaged. */
export async function* readTar(
  stream: AsyncIterable<Buffer>,
  name: string,
  options: ReadOptions,
  around: Around,
): AsyncIterable<ReadResult> {
  const { source, packed } = countedStream(stream);
  const inside = within(around, around.guard ?? unpackedGuard(name, packed));
  const members = extract();
  source.on("error", (problem) => members.destroy(problem));
  source.pipe(members);
  try {
    for await (const member of members) {
      const { name: memberName, type } = member.header;
      const item = `${name}/${memberName}`;
      const reason = badName(memberName);
      if (type !== "file" || isPassedOver(memberName)) member.resume();
      else if (reason !== undefined) {
        member.resume();
        yield { error: fail("K114", { file: item, reason }), name: item };
      } else yield* readMember(member, item, options, inside);
    }
  } catch (problem) {
    throw damaged(name, "tar archive", problem);
  } finally {
    source.destroy();
  }
}

async function* readMember(
  member: Member,
  item: string,
  options: ReadOptions,
  around: Around,
): AsyncIterable<ReadResult> {
  // By hand: a loop that is left early would destroy the member, and with it the archive.
  const chunks = member[Symbol.asyncIterator]();
  const bytes = async function* (): AsyncIterable<Buffer> {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value as Buffer;
  };
  try {
    yield* readStream(bytes(), item, options, around);
  } catch (problem) {
    if (endsAll(problem)) throw problem;
    yield { error: asInputError(problem, item), name: item };
  }
  for (let next = await chunks.next(); !next.done; next = await chunks.next());
}
