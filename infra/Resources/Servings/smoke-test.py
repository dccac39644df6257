"""Sends one prompt to a serving and fails unless it gets a response. Runs in a Job, with the Python standard library only."""

import json
import os
import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

PAUSE = float(os.environ.get("PAUSE_SECONDS", "5"))
MAX_CHARS = 500
client = build_opener(ProxyHandler({}))  # Services are reached without a proxy.


class SmokeTestError(Exception):
    """An error that ends the test."""


def shorten(text):
    line = " ".join(str(text).split())
    return line if len(line) <= MAX_CHARS else line[:MAX_CHARS] + "..."


def send(path, seconds, body=None):
    request = Request(os.environ["SERVING"] + path, body, {"Content-Type": "application/json"})
    try:
        with client.open(request, timeout=seconds) as reply:
            return reply.read()
    except HTTPError as error:
        message = f"{path} returned status {error.code}: {shorten(error.read().decode(errors='replace'))}"
        raise (OSError if error.code >= 500 else SmokeTestError)(message) from None


def check_health(seconds):
    send("/healthcheck", min(seconds, 30))


def send_prompt(seconds):
    prompt = {"prompt": os.environ["PROMPT"], "max_tokens": int(os.environ["MAX_TOKENS"])}
    reply = json.loads(send("/generate", seconds, json.dumps(prompt).encode()))
    text = reply.get("response") if isinstance(reply, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise SmokeTestError(f"no text in the response: {shorten(reply)}")
    return text


def retry(attempt, seconds, failure):
    """Returns the result of the attempt, which is repeated while the server is unreachable or fails, until the time is up."""
    end = time.monotonic() + seconds
    printed = ""
    while True:
        try:
            return attempt(max(1, end - time.monotonic()))
        except (OSError, HTTPException, ValueError) as error:
            reason = shorten(repr(error) if isinstance(error, HTTPException) else error)
        if time.monotonic() + PAUSE >= end:
            raise SmokeTestError(f"{failure} within {seconds:.0f} s: {reason}")
        if reason != printed:
            print(f"waiting: {reason}", flush=True)
            printed = reason
        time.sleep(PAUSE)


sys.stdout.reconfigure(errors="backslashreplace")  # a response may end within a character
try:
    start = time.monotonic()
    retry(check_health, float(os.environ["READY_TIMEOUT_SECONDS"]), "not ready")
    text = retry(send_prompt, float(os.environ["RESPONSE_TIMEOUT_SECONDS"]), "no response")
    print(f"response after {time.monotonic() - start:.0f} s: {shorten(text)}")
except SmokeTestError as failure:
    sys.exit(f"failed: {failure}")
