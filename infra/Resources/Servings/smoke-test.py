"""Sends a serving one prompt and fails unless it is answered. Runs in a Job, with Python alone."""

import json
import os
import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

PAUSE = float(os.environ.get("PAUSE_SECONDS", "5"))
SHOWN = 500
client = build_opener(ProxyHandler({}))  # a Service of the cluster is not reached through a proxy


class Failed(Exception):
    """Something that no waiting mends."""


def short(text):
    line = " ".join(str(text).split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "..."


def send(path, seconds, body=None):
    request = Request(os.environ["SERVING"] + path, body, {"Content-Type": "application/json"})
    try:
        with client.open(request, timeout=seconds) as reply:
            return reply.read()
    except HTTPError as error:
        told = f"{path} gave status {error.code}: {short(error.read().decode(errors='replace'))}"
        raise (OSError if error.code >= 500 else Failed)(told) from None


def ready(seconds):
    send("/healthcheck", min(seconds, 30))


def answer(seconds):
    prompt = {"prompt": os.environ["PROMPT"], "max_tokens": int(os.environ["MAX_TOKENS"])}
    reply = json.loads(send("/generate", seconds, json.dumps(prompt).encode()))
    text = reply.get("response") if isinstance(reply, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise Failed(f"no text came back: {short(reply)}")
    return text


def within(seconds, aim, attempt):
    """What the attempt gives; it is repeated while the server is not there, or breaks off, until the time is up."""
    end = time.monotonic() + seconds
    told = ""
    while True:
        try:
            return attempt(max(1, end - time.monotonic()))
        except (OSError, HTTPException, ValueError) as error:
            reason = short(repr(error) if isinstance(error, HTTPException) else error)
        if time.monotonic() + PAUSE >= end:
            raise Failed(f"{aim} within {seconds:.0f} s: {reason}")
        if reason != told:
            print(f"waiting: {reason}", flush=True)
            told = reason
        time.sleep(PAUSE)


sys.stdout.reconfigure(errors="backslashreplace")  # an answer may end within a character
try:
    start = time.monotonic()
    within(float(os.environ["READY_SECONDS"]), "not ready", ready)
    text = within(float(os.environ["ANSWER_SECONDS"]), "no answer", answer)
    print(f"answered {time.monotonic() - start:.0f} s after the start: {short(text)}")
except Failed as failure:
    sys.exit(f"failed: {failure}")
