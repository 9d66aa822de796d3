# Two commands are all a newcomer needs: make run, make test.
PYTHON ?= python3
BIN := .venv/bin

# Half of the tests' time is waiting: for processes to start, for servers that were killed to come back.
SIDE_BY_SIDE := -n 3 --dist loadfile

.DEFAULT_GOAL := run
.PHONY: run test check format bench soak lock environment

run:  ## PAM on this machine, with two pretend phones; PORT=9000 moves it
	@$(PYTHON) tools/bootstrap.py run
	@exec $(BIN)/pam sandbox $(if $(PORT),--port $(PORT))

test: environment  ## all tests; ARGS="tests/walks -k budget" picks some
	@$(BIN)/python -m pytest $(if $(ARGS),$(ARGS),$(SIDE_BY_SIDE))

check: environment  ## format, lint, types, import rules: changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/ty check
	$(BIN)/lint-imports --no-cache

format: environment  ## what the checks can mend by themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: environment  ## the figures of benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

soak: environment  ## crashes without end, for three quarters of an hour
	$(BIN)/python -m benchmarks.soak

lock: environment  ## compiles the requirements files anew; UPGRADE=1 takes the newest of everything
	$(BIN)/python tools/lock.py $(if $(UPGRADE),--upgrade)

environment:
	@$(PYTHON) tools/bootstrap.py dev
