/**
 * The catalogue of everything that can go wrong for a user. `{name}` in a message is filled from the details;
 * a message shows the value seen and the values allowed, the cure says what to do. docs/errors.md lists them all
 * (a test compares). K1xx input, K2xx text and language, K3xx options, K4xx model and data files, K5xx store, K9xx wiring.
 */
export const CATALOGUE = {
  K101: { message: "cannot read {file}: {reason}", cure: "check the path and its permissions" },
  K102: { message: "{file} is empty", cure: "give a file with the text of a report" },
  K103: {
    message: "{file} is binary, not text ({reason})",
    cure: "save the report as plain text, HTML or JSONL",
  },
  K104: {
    message: "cannot decode {file}: {reason}",
    cure: "convert it to UTF-8, or name its encoding with --encoding",
  },
  K105: {
    message: "line {line} of {file} is not valid JSON: {reason}",
    cure: "each line must be one JSON object with at least a text field",
  },
  K106: {
    message: "line {line} of {file} does not fit the input format: {reason}",
    cure: 'give at least {"text": "..."}; see docs/formats.md for the other fields',
  },
  K107: {
    message: "no article found in {file}",
    cure: "save the article's own page, not a front page, or paste its text into a .txt file",
  },
  K108: {
    message: "{file} is too long: {length}, the limit is {limit}",
    cure: "split it into single reports",
  },
  K109: {
    message: "{file} cannot be read as a {kind}: {reason}",
    cure: "the file is damaged or of another kind: say what it is with --input, or save its text as .txt",
  },
  K110: {
    message: "{file} has no column with the text of the reports; its columns: {columns}",
    cure: "say which column it is: --columns text=TITLE; without it one of these is taken: {wanted}",
  },
  K111: {
    message: "{file} gives only the address of a report, not its text: {url}",
    cure: "fetch it with khaldun watch; if the table holds the text, say where: --columns text=TITLE",
  },
  K112: {
    message: "{file} unpacks to more than {limit} times its size",
    cure: "it may be made to do harm; if you trust it, unpack it yourself and give the folder",
  },
  K113: {
    message: "{file} lies too deep: archives within archives are read {limit} layers deep",
    cure: "unpack the outer archives first",
  },
  K114: {
    message: "{file} is left out of its archive: {reason}",
    cure: "unpack the archive yourself and give the folder",
  },
  K120: {
    message: "line {line} of {file} is no coded report: {reason}",
    cure: "give the output of khaldun code --format jsonl",
  },
  K121: {
    message: "line {line} of {file} is no link: {reason}",
    cure: "give the output of khaldun link, with offsets in code points",
  },
  K130: {
    message: "{url} is refused: {reason}",
    cure: "only public http and https addresses are fetched; --allow-address HOST:PORT opens one other",
  },
  K131: { message: "{url} cannot be fetched: {reason}", cure: "check the address and the connection" },
  K132: {
    message: "{url} answered {status}",
    cure: "look at the address in a browser; it may be gone or closed",
  },
  K133: {
    message: "{url} is forbidden to robots by {host}",
    cure: "ask the publisher for leave or for a feed, or save the page yourself",
  },
  K134: {
    message: "{url} is given up: {reason}",
    cure: "raise --timeout or --max-bytes if the page is really so",
  },
  K135: {
    message: "{url} is {type}, no page, feed or sitemap",
    cure: "name the address of the report, not of its picture or film",
  },
  K136: {
    message: "the state file {file} cannot be used: {reason}",
    cure: "name another with --state; without the old one every address is fetched again",
  },
  K137: {
    message: "{url} waits: the robots.txt of {host} is out of reach: {reason}",
    cure: "nothing is fetched from a host that cannot say what it allows; it is tried again",
  },
  K140: {
    message: "{where} is {value}; allowed: {allowed}",
    cure: "give one of the allowed values; /api/v1/docs lists the parameters of every address",
  },
  K141: { message: "there is no {what} {id} in the store", cure: "take an id from a list of the same kind" },
  K142: {
    message: "what was sent is too large: {size}, the limit is {limit}",
    cure: "send less at a time, or read the files with khaldun ingest",
  },
  K143: {
    message: "port {port} of {host} is taken by another program",
    cure: "name another with --port, or end that program",
  },
  K145: {
    message: "what was sent cannot be read: {reason}",
    cure: "send what /api/v1/docs shows for this address",
  },
  K147: {
    message: "{method} {path} failed inside the program",
    cure: "this is a defect of ours: please report it with the lines that the program wrote",
  },
  K148: { message: "{method} {path} is no address here", cure: "see /api/v1/docs for those there are" },
  K149: {
    message: "{waiting} imports are waiting already",
    cure: "wait until one of them is done, or read the files with khaldun ingest",
  },
  K150: {
    message: "{host} can be reached from other machines, and the store {location} has no accounts",
    cure: "make one first: khaldun users add NAME --role admin --store STORE; or serve on 127.0.0.1",
  },
  K151: {
    message: "the password has {length} characters; allowed: {allowed}",
    cure: "take a longer one: a few words that do not belong together are easy to keep in mind",
  },
  K152: { message: "there is no {kind} {name}", cure: "look at the list for what there is" },
  K153: {
    message: "there is an account {name} already",
    cure: "take another name, or remove that account first",
  },
  K154: {
    message: "who asks is not known: {reason}",
    cure: "log in, or send a token as Authorization: Bearer; khaldun tokens makes one",
  },
  K155: {
    message: "{who} is {role} and may not: {what}; allowed: {allowed}",
    cure: "ask an admin of this store to do it or to give another role",
  },
  K156: {
    message: "the request is refused: {reason}",
    cure: "open the desk at its own address and do it there; a program sends a token instead of a cookie",
  },
  K157: {
    message: "too many requests; the next is answered in {seconds} seconds",
    cure: "wait so long (header Retry-After) and ask less often",
  },
  K158: {
    message: "{value} cannot be the name of an account; allowed: {allowed}",
    cure: "take a short name of letters, digits, dots, hyphens and underscores",
  },
  K159: {
    message: "name and password do not belong together",
    cure: "try again; an admin can give the account another password",
  },
  K160: {
    message: "sentence {number} of the brief has no anchor: {sentence}",
    cure: "give at least one passage of a report that says so, or leave the sentence out",
  },
  K161: {
    message: "the words {words} do not stand at {start} to {end} of the report {report}",
    cure: "select the words in the stored text again; offsets count UTF-16 units",
  },
  K162: {
    message: "{value} is no value of {field}: {reason}; allowed: {allowed}",
    cure: "give a value of the record; docs/review.md has one example a field",
  },
  K163: {
    message: "{reason} is no reason for a rejection; allowed: {allowed}",
    cure: "choose the nearest one, and say more in a comment",
  },
  K164: {
    message: "cannot {action} {subject}: {reason}",
    cure: "look at its reviews and links first: they say who did what since",
  },
  K165: {
    message: "{url} is watched already",
    cure: "ask for it now, or remove it and add it again with another pause",
  },
  K166: {
    message: "the report {report} is in no story",
    cure: "name reports by the keys that a story lists; those that were not linked yet are linked by khaldun link",
  },
  K171: {
    message: "the store {location} is not open yet",
    cure: "wait: it is tried again by itself, and the desk goes on when it is open",
  },
  K172: {
    message: "the store {location} has the older schema {found}, this program writes {known} and asks first",
    cure: "nothing is changed yet: keep a copy if older programs still read it, then bring it up to date in the desk or with khaldun serve --migrate",
  },
  K173: {
    message: "the thread that reads and codes reports has ended: {reason}",
    cure: "what was stored and what was sent is kept: try the import again; if it ends again, khaldun ingest on the same files names the report",
  },
  K174: {
    message: "the store {location} is not brought up to date from here: {reason}",
    cure: "end the desk and start it with khaldun serve --migrate, or look again: it may be done already",
  },
  K175: {
    message: "{name} is the last admin: without one nobody lets others in",
    cure: "make another admin first; the only account of a store is removed with khaldun users remove NAME",
  },
  K176: {
    message: "reading {file} was given up: {reason}",
    cure: "the rest is read all the same; save its text as .txt if it is a report, and tell us if it is an ordinary file",
  },
  K177: {
    message: "what was sent cannot be kept: {reason}",
    cure: "make room on the disk of the desk's data folder, or start it with KHALDUN_HOME naming another, and send it again",
  },
  K178: {
    message:
      "import {run} is not over, and this desk is not at it: it was broken off, or another desk reads it",
    cure: "what was stored and what was sent is kept: try it again, which goes on from there",
  },
  K201: {
    message:
      "the report is in {language} (seen with {confidence} certainty); this version codes English only",
    cure: "leave it out, or use --language en if the guess is wrong",
  },
  K202: {
    message: "the report has no words to code",
    cure: "check that the text of the report is there",
  },
  K203: {
    message: "coding report {report} failed inside the program: {reason}",
    cure: "this is a defect of ours: please report it with the text; the other reports are not affected",
  },
  K240: {
    message: "nothing that failed can be read again",
    cure: "GET /api/v1/failures lists what stands; what came from standard input is gone and must be given anew",
  },
  K241: {
    message: "{method} is not what {path} takes; allowed: {allowed}",
    cure: "use one of the allowed methods; /api/v1/docs shows what each does",
  },
  K242: {
    message: "what was sent is {type}; allowed: {allowed}",
    cure: "send the body that /api/v1/docs shows for this address, and its kind as Content-Type",
  },
  K243: {
    message: "{url} is not https: what is posted there can be read on the way",
    cure: "give an https address; on a network of your own, serve with --allow-address HOST:PORT",
  },
  K301: { message: "{option} is {value}; allowed: {allowed}", cure: "choose one of the allowed values" },
  K302: {
    message: "{option} is {value}, which is no date",
    cure: "write dates as YYYY-MM-DD, for example 2026-05-06",
  },
  K303: { message: "no input given", cure: "name files, or - for standard input; --help shows an example" },
  K304: {
    message: "no event {event} in the reports given; their events: {known}",
    cure: "take an id from the output of khaldun code --format json",
  },
  K311: {
    message: "{format} cannot be written to standard output",
    cure: "name a file or folder with --out",
  },
  K312: {
    message: "cannot write {file}: {reason}",
    cure: "check the folder, its permissions and the space left",
  },
  K305: {
    message: "khaldun link --store takes no files; given: {files}",
    cure: "read them into the store first: khaldun ingest FILES --store LOCATION",
  },
  K401: {
    message: "the language model is missing or incomplete: {file}",
    cure: "restore the folder models/en from the package",
  },
  K402: {
    message: "the model file {file} is not the one its description names ({reason})",
    cure: "reinstall the package; do not mix files of two versions",
  },
  K403: {
    message: "the data file {file} is damaged: line {line}: {reason}",
    cure: "restore the file from the package, or correct the line",
  },
  K404: {
    message: "the neural runtime cannot start: {reason}",
    cure: "run khaldun doctor; reinstall onnxruntime-node for this platform",
  },
  K405: {
    message: "{file} has no populated place and no administrative unit to add",
    cure: "give a country's GeoNames dump, unzipped, with alternateNamesV2.txt beside it if wanted",
  },
  K407: {
    message: "cannot write the gazetteer index to {folder}: {reason}",
    cure: "check the folder's permissions and space, or name another with --folder",
  },
  K501: {
    message: "{location} is no place for a store",
    cure: "name a folder, or a PostgreSQL database as postgresql://user@host/database",
  },
  K502: {
    message: "the store in {folder} is open in {holder}",
    cure: "wait for it or end it; if it runs on another machine and is dead, delete the file LOCK in that folder",
  },
  K503: {
    message: "the store {location} has schema {found}, this program knows up to {known}",
    cure: "use the newer version of khaldun that wrote it, or restore a backup into a new store",
  },
  K504: {
    message: "the schema of the store {location} was changed: {what}",
    cure: "undo the change, or back up with the program that made it and restore into a new store",
  },
  K505: {
    message: "cannot open the store {location}: {reason}",
    cure: "check the path or address, its permissions and the space on the disk",
  },
  K506: {
    message: "the folder {folder} holds other things and no store",
    cure: "name an empty or a new folder",
  },
  K507: { message: "the page size is {value}; allowed: {allowed}", cure: "ask for less and follow `next`" },
  K508: {
    message: "{cursor} is not the end of any page",
    cure: "give `next` of the page before, for the same filter and order",
  },
  K509: { message: "there is no event {event} in the store", cure: "take an id from a list of the store" },
  K510: {
    message: "the store {location} cannot be used further: {reason}",
    cure: "look at the space and the rights of its disk or server, then start again: whole batches are kept, none twice",
  },
  K511: {
    message: "cannot write the backup {file}: {reason}",
    cure: "check the path and the space on the disk",
  },
  K512: {
    message: "cannot restore from {file}: {reason}",
    cure: "give a whole file that khaldun store backup wrote; nothing was changed",
  },
  K513: {
    message: "the store {location} is not empty",
    cure: "restore into a new folder or an empty database",
  },
  K514: {
    message: "khaldun store {action} needs the name of a file",
    cure: "write it after the word: khaldun store backup newsroom.backup --store newsroom",
  },
  K515: {
    message: "the coded report {report} cannot be exported: {reason}",
    cure: "code it again; the others were exported",
  },
  K516: {
    message: "khaldun export --queue needs --store and --out, and takes no files, --links or --count",
    cure: "name the store and the file or folder that a worker is to write",
  },
  K517: {
    message:
      "the disk of the store {folder} has {free} left; {needed} are kept free, nothing more is written",
    cure: "make room or move the folder, then start again: what was said to be stored is there, none of it twice",
  },
  K518: {
    message: "these are not two linked events of the store {location}: {names}",
    cure: "give the ids of two events, as khaldun export --format jsonl has them, after khaldun link",
  },
  K520: {
    message: "another process is linking the store {location}",
    cure: "wait until it is done: it links what is there, this run would have nothing to do",
  },
  K521: {
    message: "no run of links is left to take back in the store {location}",
    cure: "see the runs with khaldun link --store LOCATION --runs",
  },
  K522: {
    message: "nothing is known of {name} in the store {location}",
    cure: "give the key of a report, the id of an event, a story or a happening that was linked",
  },
  K523: {
    message: "--happenings takes the links of a store, and none is given, or a file of links beside it",
    cure: "give --store, without --links; for files give --links with the output of khaldun link",
  },
  K530: {
    message: "{file} has no column {column}; its columns: {columns}",
    cure: "write the title of the column as it stands in the first line of the table",
  },
  K901: {
    message: "layer {layer} was read before it was there; present: {present}",
    cure: "put an annotator that provides it earlier in the pipeline",
  },
  K902: {
    message:
      "{annotator} needs the layer {layer}, which nothing before it provides; it could come from: {givers}",
    cure: "reorder or complete the pipeline",
  },
} as const satisfies Record<string, { message: string; cure: string }>;
