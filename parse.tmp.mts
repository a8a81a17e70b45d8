import { createLanguage, TOKENS } from "/tmp/wt/swift/src/language/index.ts";
import { documentOf } from "/tmp/wt/swift/benchmarks/language/index.ts";
import { read } from "/tmp/wt/swift/src/text/document.ts";
for (const folder of ["/work/main/models/en-old", "/tmp/wt/swift/models/en"]) {
  if (folder.includes("old")) continue;
  const l = await createLanguage({ folder, events: false });
  const [d] = await l.annotate([documentOf("x", process.argv[2]!)]);
  console.log(read(d!, TOKENS).map((t, i) => `${i}:${t.text}/${t.upos}/${t.deprel}>${t.head}`).join(" "));
}
