// Prints a pull-request comment, read from a Markdown file, as a page in GitHub's style, with its first collapsed section opened.
import { readFileSync } from "node:fs";
import { marked } from "marked";

const style = readFileSync(new URL("node_modules/github-markdown-css/github-markdown-light.css", import.meta.url), "utf8");
const comment = readFileSync(process.argv[2], "utf8").replace("<details>", "<details open>");

console.log(`<!doctype html>
<meta charset="utf-8">
<style>${style}</style>
<style>
  body { margin: 0; padding: 30px; background: #fff; }
  .comment { max-width: 960px; border: 1px solid #d1d9e0; border-radius: 6px; }
  .author { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; font: 14px system-ui, sans-serif; }
  .markdown-body { padding: 16px; font-size: 14px; }
</style>
<div class="comment">
<div class="author"><b>github-actions</b> commented</div>
<article class="markdown-body">
${marked.parse(comment, { gfm: true })}
</article>
</div>`);
