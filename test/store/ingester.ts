/** Takes reports and codings into a store at once, says each as it is done, and at the end what the store holds. */
import { intake } from "../../src/jobs/index.ts";
import { openStore } from "../../src/store/index.ts";
import { invented } from "../helpers/invented.ts";

const [location, file, codings] = process.argv.slice(2);
const store = await openStore(location!);
const say = (word: unknown): boolean => process.stdout.write(`${JSON.stringify(word)}\n`);

async function code(): Promise<void> {
  for (let from = 0; from < Number(codings); from += 5) {
    const part = Array.from({ length: 5 }, (_, index) => {
      const text = `Rebels raided market ${from + index} in Goma.`;
      return {
        record: invented({ text, outlet: "Wire", title: text, events: [{ id: "raid" }, { id: "flight" }] }),
      };
    });
    await store.addCodings(part);
    for (let index = 0; index < 5; index += 1) say("coded");
  }
}

const [result] = await Promise.all([
  intake(store, { inputs: [file!], read: {}, onDone: () => say("stored") }),
  code(),
]);
say({ result, stats: await store.stats(), problems: await store.verify() });
await store.close();
