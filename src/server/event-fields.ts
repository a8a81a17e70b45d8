import { fieldsOf } from "./fields.ts";
import { storedEventSchema } from "./schemas/index.ts";

const { event, report, ...own } = storedEventSchema.unwrap().shape;

/** Some fields of listed events. */
export const eventFields = fieldsOf({
  shape: { ...own, event, report },
  parts: { event: event.unwrap().shape, report: report.unwrap().shape },
});

export const eventPartSchema = eventFields.schema.openapi("StoredEventPart");
