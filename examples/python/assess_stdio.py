"""Assesses pictures by an engine that is started for it, with the standard library alone.

python3 assess_stdio.py photo.jpg [engine and its arguments; calm serve --stdio by default]
"""
import json
import subprocess
import sys

picture, *command = sys.argv[1:]
engine = subprocess.Popen(
    command or ["calm", "serve", "--stdio"],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    encoding="utf-8",
)


def call(method, **params):
    """One request; the engine may answer several in any order, so this sends one at a time."""
    request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    engine.stdin.write(json.dumps(request) + "\n")
    engine.stdin.flush()
    answer = json.loads(engine.stdout.readline())
    if "error" in answer:
        sys.exit("{message} {hint}".format(**answer["error"]["data"]))
    return answer["result"]


assessment = call("assess", source={"kind": "path", "path": picture})
print(f"{picture}: {assessment['score']['value']} of 10")
for finding in assessment["findings"]:
    print(f"  {finding['kind']}: {finding['attribute']}")

engine.stdin.close()
engine.wait()
