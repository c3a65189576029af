# make quickstart | test | test-matrix | molecule | stress | conformance | docs | simulator | bench | generated | rulebook | kit | nox | execution-environment | release | venv | clean; see CONTRIBUTING.md.
# Needs Python 3.11 or newer (name one with PYTHON=...), git and make; everything else goes into .venv.

VENV := .venv
PYTHON ?=
PORT ?= 10106
ARGS ?=
CHECKS ?=
ONLY ?=
CORES ?=
SERVER ?=
SCRATCH ?=
SCENARIOS ?=
CHECK ?=
VERSION ?=
DATE ?=

# The checkout as a collection, for every tool: .tree/ansible_collections/communigate/pro is the checkout itself.
LINK := .tree/ansible_collections/communigate/pro
export ANSIBLE_COLLECTIONS_PATH := $(CURDIR)/.tree

# Where this is set, each of some thousand starts would compile all that it imports; empty is not set.
export PYTHONDONTWRITEBYTECODE :=

INSIDE := PATH="$(CURDIR)/$(VENV)/bin:$$PATH"

# $(call install,FILE): pip, quiet unless it fails. Most of what is installed is never imported: Python compiles the rest.
install = $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile -r $(1) >$(VENV)/pip.log 2>&1 \
	|| { grep -v 'is ignored' $(VENV)/pip.log >&2; exit 1; }

.PHONY: help quickstart test test-matrix molecule stress conformance docs simulator bench venv generated rulebook kit nox execution-environment release constraints clean

help:
	@sed -n 1,2p Makefile

# The artifact itself, as a user would install it, runs here: not the checkout.
quickstart: export ANSIBLE_COLLECTIONS_PATH := $(CURDIR)/build/collections
quickstart: $(VENV)/base.stamp
	@rm -rf build/collections && mkdir -p build
	@$(INSIDE) ansible-galaxy collection install --offline -p build/collections "$(CURDIR)" >build/install.log 2>&1 \
		|| { cat build/install.log >&2; exit 1; }
	@$(INSIDE) python tools/quickstart.py

# All checks; CHECKS="ruff mypy" runs these only, ONLY=cgp_forwarder what concerns this module.
test: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) python tools/checks.py $(addprefix --only=,$(ONLY)) $(CHECKS)

# Unit and integration tests on each supported ansible-core; CORES="2.17 2.21" runs these only.
test-matrix: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) python tools/matrix.py $(CORES)

# Every scenario by molecule, with the collection's own kit for users; `make test` plays most in a shorter way. SCENARIOS="site cluster" runs these only.
molecule: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) molecule --base-config extensions/simulator/molecule.yml test $(if $(SCENARIOS),$(addprefix --scenario-name=,$(SCENARIOS)),--all)

# The whole load of tests/stress, and all habits with many sets of them; a small part of both is in `make test`.
stress: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) COMMUNIGATE_PRO_STRESS=full python -m pytest -v -n 2 --dist worksteal tests/stress tests/unit/habits \
		tests/integration/test_move_domain.py

# The conformance suite, said to a real server: SERVER=host:port, SCRATCH=a Domain that does not exist, CHECK=1 to tell only.
conformance: $(VENV)/test.stamp | $(LINK)
	@[ -n "$(SERVER)" ] || { echo "Name a server: make conformance SERVER=host:port; see CONTRIBUTING.md" >&2; exit 2; }
	@$(INSIDE) PYTHONPATH="$(CURDIR)/.tree:$(CURDIR)/tests" python tools/conformance.py --server "$(SERVER)" \
		--scratch "$(SCRATCH)" $(if $(CHECK),--check) $(ARGS)

# The documentation site: build/site/html/index.html.
docs: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) python tools/build_site.py

simulator: $(VENV)/base.stamp | $(LINK)
	@$(INSIDE) PYTHONPATH="$(CURDIR)/.tree" python -m ansible_collections.communigate.pro.plugins.module_utils.simulator.program.launch --port $(PORT) $(ARGS)

bench: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) python tests/performance/bench.py $(ARGS)

venv: $(VENV)/test.stamp | $(LINK)

# Files made from others: meta/runtime.yml and whatever else a tools/generate_*.py writes. Each is written that can be.
generated: $(VENV)/test.stamp | $(LINK)
	@failed=; for program in tools/generate_*.py; do \
		$(INSIDE) python $$program || failed="$$failed $$program"; \
	done; [ -z "$$failed" ] || { echo "Could not run:$$failed" >&2; exit 1; }

# The rulebook, run by ansible-rulebook, which is large and needs Java 17: so it has an environment of its own.
rulebook: $(VENV)/test.stamp build/rulebook/made.stamp | $(LINK)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH:$(CURDIR)/build/rulebook/bin" python -m pytest tests/unit/test_server_events.py

build/rulebook/made.stamp: requirements/rulebook.txt
	@python=$$(sh tools/find_python.sh $(PYTHON)) && $$python -m venv build/rulebook
	@build/rulebook/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/rulebook.txt
	@touch $@

# The project that the guide to testing shows, by ansible-navigator and as a forge's job, which begins with nothing but a Python.
kit: $(VENV)/test.stamp build/kit/made.stamp | $(LINK)
	@$(INSIDE) COMMUNIGATE_PRO_KIT="$(CURDIR)/build/kit/bin" python -m pytest tests/molecule/test_guide.py

build/kit/made.stamp: requirements/kit.txt
	@python=$$(sh tools/find_python.sh $(PYTHON)) && $$python -m venv build/kit
	@build/kit/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/kit.txt
	@touch $@

# The sessions of antsibull-nox.toml, as others check collections. Each takes the newest programs: what is new in them is seen here first.
nox: build/nox/made.stamp
	@build/nox/bin/nox --envdir build/nox/sessions

build/nox/made.stamp: requirements/nox.txt
	@python=$$(sh tools/find_python.sh $(PYTHON)) && $$python -m venv build/nox
	@build/nox/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/nox.txt
	@touch $@

# The context of an image with the collection, in build/execution-environment/context; .ci/execution_environment makes the image.
execution-environment: $(VENV)/test.stamp | $(LINK)
	@$(INSIDE) python tools/execution_environment.py

# Artifact, bill of materials, sums and the patch to commit, in build/release; RELEASING.md tells the rest. Sends nothing.
release: $(VENV)/test.stamp | $(LINK)
	@[ -n "$(VERSION)" ] || { echo "Name the version: make release VERSION=1.2.0; see RELEASING.md" >&2; exit 2; }
	@$(INSIDE) python tools/release.py $(VERSION) $(addprefix --date=,$(DATE))

$(VENV)/base.stamp: requirements/base.txt requirements/constraints.txt
	@python=$$(sh tools/find_python.sh $(PYTHON)) \
		&& echo "Making .venv with $$($$python --version) ..." \
		&& $$python -m venv $(VENV)
	@$(call install,requirements/base.txt)
	@touch $@

$(VENV)/test.stamp: $(VENV)/base.stamp requirements/pytest.txt requirements/test.txt
	@echo "Installing the test tools into .venv ..."
	@$(call install,requirements/test.txt)
	@touch $@

$(LINK):
	@mkdir -p $(dir $(LINK)) && ln -sfn ../../.. $(LINK)

# After a change of the pinned direct requirements: what they bring along, as pip resolves it today.
constraints:
	@rm -rf build/constraints && mkdir -p build
	@python=$$(sh tools/find_python.sh $(PYTHON)) && $$python -m venv build/constraints
	@cp requirements/*.txt build/constraints/ && : >build/constraints/constraints.txt
	@build/constraints/bin/python -m pip install --quiet -r build/constraints/test.txt setuptools --upgrade
	@{ sed -n 1p requirements/constraints.txt; \
		build/constraints/bin/python -m pip freeze --all --exclude ansible-core --exclude pip --exclude wheel; \
		} >build/constraints.txt && mv build/constraints.txt requirements/constraints.txt

clean:
	@rm -rf build .tree $(VENV) .ansible .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache collections tests/output
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
