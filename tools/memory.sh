# For `.`: tests make thousands of small stores and wait for the disk at each step of them; where there is a folder in
# memory with room (4 GiB), their temporary files go there. A test of durability kills processes, never the machine.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "$(df --output=avail /dev/shm | tail -1)" -gt 4194304 ]; then
    export TMPDIR=/dev/shm
fi
