/** Locks a folder, says so, and holds it until it is killed. */
import { lockFolder } from "../../src/store/lock.ts";

lockFolder(process.argv[2]!);
process.stdout.write("locked\n");
setInterval(() => undefined, 1000);
