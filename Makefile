# make run · make test · make check · make bench          (to remember; the rest serves them)
#
# Each installs what it needs of Debian 12 first. build/ holds all that is made; `make clean` removes it.

.PHONY: build run test test-citus check screens simulate mutants bench bare package container clean
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1
JOBS ?= $(shell nproc)
STORE ?= build/demo/shandong.db
LISTEN ?= 127.0.0.1:8080

build:
	@tools/setup.sh build
	@tools/web.sh
	@tools/console.sh
	@[ -e build/build.ninja ] || cmake --preset release >/dev/null
	@ninja -C build -j $(JOBS) --quiet xinheng

run: build
	@mkdir -p $(dir $(STORE))
	@[ -e $(STORE) ] || build/xinheng init --store $(STORE) --demo
	@build/xinheng serve --store $(STORE) --listen $(LISTEN) --welcome

test: build
	@tools/setup.sh test web
	@tools/web.sh test
	@cmake --preset release >/dev/null
	@ninja -C build -j $(JOBS) --quiet
	@. tools/memory.sh && ctest --test-dir build --output-on-failure -j $(JOBS) -LE citus

check:
	@tools/check.sh

# Pictures of every page of the portal and of my account, with a manifest, in build/screens.
screens: build
	@tools/setup.sh web
	@tools/web.sh test
	@tools/node.sh tests/pages/screens.mjs build/screens
	@XINHENG_SCREENS=build/screens tests/console/run.sh tests/console/account_pictures.mjs

# A thousand seeded years against a model of the law, on both engines; make test plays a part of them.
simulate: build
	@tools/setup.sh test
	@cmake --preset release >/dev/null
	@ninja -C build -j $(JOBS) --quiet simulation_tests
	@. tools/memory.sh && tests/simulation/run.sh build $(JOBS)

# The same tests on a throw-away Citus cluster, and what only a cluster can show; skipped where the
# extension is not installed.
test-citus: build
	@tools/setup.sh test
	@cmake --preset release >/dev/null
	@ninja -C build -j $(JOBS) --quiet xinheng unit_tests scenario_tests
	@. tools/memory.sh && ctest --test-dir build --output-on-failure -R '^citus_test$$'

# Plants faults one by one in a copy of the tree: the simulation or a scenario must find each.
mutants: build
	@tools/setup.sh test
	@. tools/memory.sh && python3 tests/mutants/run.py

bench: build
	@tools/setup.sh test bench web
	@tools/web.sh test
	@cmake --preset bench >/dev/null
	@ninja -C build -j $(JOBS) --quiet
	@bench/run.sh

# The two README commands in a Debian 12 that has git and make only.
bare:
	@tools/setup.sh bare
	@tools/bare.sh

# build/xinheng_*.deb, installed, served from and removed again in a Debian 12 of its own.
package: build
	@tools/setup.sh package
	@tools/package.sh

# packaging/Containerfile on a base made here: built, started, asked, stopped.
container: package
	@tools/setup.sh container
	@tools/container.sh

clean:
	rm -rf build
