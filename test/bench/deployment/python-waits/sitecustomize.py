"""Loaded by Python at its start when PYTHONPATH names this folder: every wait is skipped in the time at FAIRWAY_TIME_URL."""

import os
import time
import urllib.request

_url = os.environ["FAIRWAY_TIME_URL"]
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _tell(path):
    _opener.open(_url + path).close()


def _skip(seconds):
    _tell("/skip/%.3f" % (seconds * 1000))


time.sleep = _skip
_tell("/hooked")
