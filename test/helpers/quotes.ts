export { quotesOf } from "../../src/record/quotes.ts";
