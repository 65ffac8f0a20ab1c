"""Assesses pictures by a running `calm serve`, with the standard library alone.

python3 assess_http.py photo.jpg another.jpg
"""
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

# Where the server says how it is reached; docs/serve.md names the folder of other systems.
home = os.environ.get("XDG_DATA_HOME") or pathlib.Path.home() / ".local/share"
folder = pathlib.Path(home) / "calm"
url = "http://localhost:{port}/rpc".format(**json.loads((folder / "server.json").read_text()))
headers = {
    "Authorization": "Bearer " + (folder / "token").read_text().strip(),
    "Content-Type": "application/json",
}


def call(method, **params):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, body.encode(), headers))
    except urllib.error.HTTPError as refusal:
        answer = refusal  # its body has the shape of any other error
    return json.load(answer)


for picture in sys.argv[1:]:
    answer = call("assess", source={"kind": "path", "path": os.path.abspath(picture)})
    if "error" in answer:
        print("{message} {hint}".format(**answer["error"]["data"]))
    else:
        print(f"{picture}: {answer['result']['score']['value']} of 10")
