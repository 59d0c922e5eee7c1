// Counts each line, a text as JSON, with Twilio's calculator: `node count.cjs FOLDER`.
"use strict";
const path = require("path");
const readline = require("readline");

const { SegmentedMessage } = require(path.join(process.argv[2], "node_modules/sms-segments-calculator"));

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const counted = new SegmentedMessage(JSON.parse(line), "auto", false);
  const bits = counted.segments.reduce((sum, each) => sum + each.messageSizeInBits(), 0);
  const gsm = counted.getEncodingName() === "GSM-7";
  const units = bits / (gsm ? 7 : 16);
  process.stdout.write(JSON.stringify({ gsm, units, parts: counted.segmentsCount }) + "\n");
});
