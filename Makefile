# make run    what is missing is installed, Fenci is built, and its main job runs on corpus/
# make test   the same set-up, then all tests
# make help   the rest

SWIFT_BUILD_FLAGS = --explicit-target-dependency-import-check error
RELEASE = swift build -c release --static-swift-stdlib $(SWIFT_BUILD_FLAGS)
BIN = .build/release
FENCI = $(BIN)/fenci
DICTIONARIES = $(BIN)/fenci.fcd
MODEL = $(BIN)/fenci.fcm
TABLES = dictionaries/manifest.json $(wildcard dictionaries/*/*.tsv)
PREFIX = /usr/local
SAMPLE = corpus/sample

.PHONY: run build test check check-fast lint format install clean setup help
.DEFAULT_GOAL = build

help:
	@sed -n 's/^# make/make/p' Makefile
	@echo "make build   Fenci and its compiled dictionaries, in $(BIN)"
	@echo "make check   tests, formatting, dictionaries, repeated in CI"
	@echo "make install PREFIX=$(PREFIX)"

setup:
	@Scripts/setup

build: setup
	@$(RELEASE) --product fenci
	@$(MAKE) --no-print-directory $(DICTIONARIES) $(MODEL)

# A compiled file that is older than a table is stale.
$(DICTIONARIES): $(TABLES) $(FENCI)
	@$(FENCI) dictionary build dictionaries -o $@

# The trained model is used as it is.
$(MODEL): dictionaries/model/news-ud.fcm
	@cp $< $@

run: build
	@Scripts/tour $(FENCI) $(SAMPLE)

test: build
	@FENCI_DICTIONARIES="$(CURDIR)/$(DICTIONARIES)" FENCI_MODEL="$(CURDIR)/$(MODEL)" \
	  FENCI_PROGRAM="$(CURDIR)/$(FENCI)" \
	  swift test $(SWIFT_BUILD_FLAGS)

lint:
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

check: test check-fast

# What takes seconds once the tests have run.
check-fast: lint
	@$(FENCI) dictionary check dictionaries --compiled-dictionaries $(DICTIONARIES) --model $(MODEL)
	@Scripts/check-tree

install: build
	install -D -m 755 $(FENCI) $(DESTDIR)$(PREFIX)/bin/fenci
	install -D -m 644 $(DICTIONARIES) $(DESTDIR)$(PREFIX)/share/fenci/fenci.fcd
	install -D -m 644 $(MODEL) $(DESTDIR)$(PREFIX)/share/fenci/fenci.fcm

clean:
	@swift package clean
	@rm -f $(DICTIONARIES) $(MODEL)
