#!/bin/sh
# LibreOffice without a window and with a profile of its own, for 15 minutes at the most.
#
# usage: tests/conformance/office/soffice.sh PROFILE ARGUMENT...     PROFILE: a folder, as a whole path
profile=$(printf %s "$1" | sed 's/%/%25/g; s/ /%20/g; s/#/%23/g; s/?/%3F/g')
shift
exec timeout --foreground 900 soffice -env:UserInstallation="file://$profile" --headless "$@"
