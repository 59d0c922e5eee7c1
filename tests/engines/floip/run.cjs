// Play conversations with a container in the real FLOIP runner.
//
//     node run.cjs ENGINE_FOLDER container.json request.json response.json
//
// The request is {conversations: [{id, flow, mode, language, contact, webhooks, now, inputs}]}; an
// input is {say: text}, {tap: choice} or {leave: exit} of a block of our own, with `at`, the moment
// at which it comes in. The response has, per conversation, what was said before the first input
// and after each one, and the outcome. What FLOIP leaves to the platform is played here: showing
// choices, reading typed ones, the clock, and the blocks of our own.

const fs = require("fs");
const path = require("path");

const [engine, containerFile, requestFile, responseFile] = process.argv.slice(2);

let clock = 0;
const RealDate = Date;
global.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [clock]));
  }

  static now() {
    return clock;
  }
};

const floip = require(path.join(engine, "node_modules", "@floip", "flow-runner"));
console.info = () => {};
console.warn = () => {};

class WebhookRunner {
  constructor(block, context, answers) {
    Object.assign(this, { block, context, answers });
  }

  async initialize() {
    return undefined;
  }

  async run() {
    const answer = (this.answers[this.block.name] || []).shift() || { ok: false, data: null };
    if (answer.ok) {
      for (const [name, place] of Object.entries(this.block.config.save)) {
        const value = at(answer.data, place);
        this.context.contact.setProperty(name, value === undefined ? "" : value);
      }
    }
    return exit(this.block, answer.ok ? "ok" : "failed");
  }
}

// Handoff and Wait: stands still until the platform says by which exit to go on.
class OwnRunner {
  constructor(block, context) {
    Object.assign(this, { block, context });
  }

  async initialize({ value }) {
    const prompt = this.block.config.prompt || "";
    return { kind: "Open", prompt, isResponseRequired: true, value };
  }

  async run(cursor) {
    return exit(this.block, cursor.prompt.value);
  }
}

function exit(block, tag) {
  return block.exits.find((each) => each.tag === tag);
}

function at(data, place) {
  const steps = place.match(/[A-Za-z_][\w-]*|\d+/g) || [];
  return steps.reduce((found, step) => (found == null ? undefined : found[step]), data);
}

async function play(container, conversation) {
  const first = container.flows.find((flow) => flow.uuid === conversation.flow);
  const flows = [first, ...container.flows.filter((flow) => flow !== first)];
  const blocks = flows.flatMap((flow) => flow.blocks);
  const contact = new floip.Contact();
  clock = RealDate.parse(conversation.now);
  for (const [name, value] of Object.entries(conversation.contact)) contact.setProperty(name, value);
  const context = await floip.createContextDataObjectFor(
    contact, [], "user", "org", flows, conversation.language, conversation.mode,
    container.resources,
  );
  const store = floip.createDefaultBlockRunnerStore();
  const answers = JSON.parse(JSON.stringify(conversation.webhooks));
  store.set("FlowDesigner.Webhook", (block, ctx) => new WebhookRunner(block, ctx, answers));
  for (const own of ["Handoff", "Wait"]) {
    store.set(`FlowDesigner.${own}`, (block, ctx) => new OwnRunner(block, ctx));
  }
  const runner = new floip.FlowRunner(context, store);
  const turns = [];
  let [cursor, said] = await listen(runner, context, await runner.run());
  turns.push(said);
  for (const input of conversation.inputs) {
    if (cursor === undefined) throw new Error(`${conversation.id} is over before ${JSON.stringify(input)}`);
    clock = RealDate.parse(input.at);
    const block = blocks.find((each) => each.uuid === cursor.interaction.block_id);
    const answered = await cursor.prompt.fulfill(answerTo(cursor.prompt, input, context, block));
    [cursor, said] = await listen(runner, context, answered);
    turns.push(said);
  }
  const outcome = contact.getProperty("outcome");
  return {
    id: conversation.id,
    turns,
    outcome: cursor === undefined && outcome ? outcome.__value__ : null,
    status: context.delivery_status,
  };
}

async function listen(runner, context, cursor) {
  const said = [];
  while (cursor !== undefined) {
    const { prompt } = cursor;
    const text = prompt.config.prompt ? words(prompt.config.prompt, context) : "";
    const options = (prompt.config.choices || []).map(({ value }) => words(value, context));
    if (text || options.length) said.push({ text, options });
    if (prompt.config.kind !== "Message") break;
    cursor = await prompt.fulfill(null);
  }
  return [cursor, said];
}

function words(resource, context) {
  return new floip.ResourceResolver(context).resolve(resource).getText();
}

function answerTo(prompt, input, context, block) {
  if (input.leave) return input.leave;
  if (prompt.config.kind === "Numeric") return Number(input.say);
  if (prompt.config.kind !== "SelectOne") return input.say;
  const { choices } = prompt.config;
  if (input.tap) return input.tap;
  const plain = input.say.trim().toLowerCase();
  const numbered = choices[Number(plain) - 1];
  const labelled = choices.find(({ value }) => words(value, context).trim().toLowerCase() === plain);
  const known = Object.entries(block.vendor_metadata?.flowdesigner?.words || {});
  const worded = known.find(([, words]) =>
    Object.values(words).flat().some((word) => word.trim().toLowerCase() === plain));
  return numbered?.key || labelled?.key || worded?.[0] || plain;
}

async function main() {
  const container = JSON.parse(fs.readFileSync(containerFile, "utf8"));
  const errors = floip.getFlowStructureErrors
    ? floip.getFlowStructureErrors(container)
    : require(path.join(engine, "node_modules/@floip/flow-runner/dist/domain/validation/FlowContainerValidator"))
        .getFlowStructureErrors(container);
  if (errors) throw new Error(`the runner's schema says ${JSON.stringify(errors)}`);
  const request = JSON.parse(fs.readFileSync(requestFile, "utf8"));
  const played = [];
  for (const each of request.conversations) {
    try {
      played.push(await play(container, each));
    } catch (error) {
      throw new Error(`${each.id}: ${error.message}`, { cause: error });
    }
  }
  fs.writeFileSync(responseFile, JSON.stringify(played, null, 1));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
