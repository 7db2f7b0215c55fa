"""Exim from Debian, unpacked and started as a child on a loopback port, with its own configuration.

It takes letters for notices@mail.test into a Maildir; every other address is unknown.
"""

import atexit
import email
import email.message
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time

UNPACKED = pathlib.Path("build/unpacked/exim4-daemon-light/usr/sbin/exim4")
CONFIGURATION = """
primary_hostname = mail.test
spool_directory = {folder}/spool
log_file_path = {folder}/%slog
pid_file_path = {folder}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
never_users =
keep_environment =
deliver_drop_privilege = true
tls_advertise_hosts =
acl_smtp_rcpt = recipients
domainlist local = mail.test
begin acl
recipients:
  accept domains = +local
         local_parts = notices
  deny message = unknown here
begin routers
here:
  driver = accept
  domains = +local
  transport = folder
begin transports
folder:
  driver = appendfile
  directory = {folder}/mail
  maildir_format
  user = {user}
"""


class MailServer:
    def __init__(self, port: int):
        if not UNPACKED.exists():
            sys.exit("no Exim: tools/setup.sh test")
        self.port = port
        self.keeper = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.keeper.name)
        # Never as root: then it would look for the configuration of the machine.
        self.user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        # Its own user is asked for by name; a copy without the set-uid bit may be told who that is.
        shutil.copy(UNPACKED, self.folder / "exim")
        (self.folder / "exim").chmod(0o755)
        ids = f"{self.user.pw_uid}:{self.user.pw_gid}"
        self.write("passwd", "".join(f"{name}:x:{ids}::/:/bin/false\n"
                                     for name in ("Debian-exim", self.user.pw_name)))
        self.write("group", f"Debian-exim:x:{self.user.pw_gid}:\n")
        self.write("exim.conf", CONFIGURATION.format(folder=self.folder, port=port,
                                                     user=self.user.pw_name))
        (self.folder / "mail").mkdir()
        (self.folder / "spool").mkdir()
        for place in [self.folder, *self.folder.iterdir()]:
            os.chown(place, self.user.pw_uid, self.user.pw_gid)
        self.server = None

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def start(self) -> None:
        as_whom = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        self.server = subprocess.Popen(
            [str(self.folder / "exim"), "-C", str(self.folder / "exim.conf"), "-bdf"],
            env={"PATH": "/usr/bin:/bin", "LD_PRELOAD": "libnss_wrapper.so",
                 "NSS_WRAPPER_PASSWD": str(self.folder / "passwd"),
                 "NSS_WRAPPER_GROUP": str(self.folder / "group")},
            stdout=open(self.folder / "out", "wb"), stderr=subprocess.STDOUT,
            **(as_whom if os.getuid() == 0 else {}))
        atexit.register(self.server.kill)
        begun = time.monotonic()
        while time.monotonic() - begun < 20:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit("Exim did not start: " + (self.folder / "out").read_text(encoding="utf-8"))

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait()

    def letters(self, count: int, seconds: float = 20) -> list[email.message.Message]:
        """All that were delivered, once there are that many, in the order of their arrival."""
        begun = time.monotonic()
        while True:
            files = sorted((self.folder / "mail").glob("new/*"), key=lambda f: f.stat().st_mtime_ns)
            if len(files) >= count or time.monotonic() - begun > seconds:
                return [email.message_from_bytes(file.read_bytes()) for file in files]
            time.sleep(0.05)
