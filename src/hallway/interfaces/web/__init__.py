"""The web app: server-rendered pages over one memory, for the browser on this machine and the phone beside it."""
