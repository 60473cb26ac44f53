#!/bin/sh
# Starts the program of the folder this file lies in, through links too.
here=$(dirname "$(readlink -f "$0")")
exec "$here/bin/python3.11" -I -m desktop "$@"
