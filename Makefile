# The commands in the README. STACK selects the stack file Pulumi.$(STACK).yaml; ARGS are further options of the program.
STACK ?= dev
CONFIGURATION ?= Release

# The Pulumi packages to build with. The first build checks NuGet and saves the choice in PulumiSdk.props.
building := $(filter-out help clean format check-format lint pictures,$(or $(MAKECMDGOALS),help))
export PulumiSdk := $(or $(PulumiSdk),$(if $(building),$(shell .ci/pulumi-sdk),none))
ifeq ($(PulumiSdk),)
$(error no Pulumi packages to build with; see the error above)
endif

# The program, and the checksums of its sources.
folder := infra/bin/$(PulumiSdk)-ahead/$(CONFIGURATION)/program
program := $(folder)/Infra.dll
sources := $(folder).sources

.PHONY: help build preview diff check render explain init bench test test-engine test-cluster mutate coverage schema lock pictures format check-format lint clean always

help: ## List the commands.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

build: $(program) ## Build the program.

$(program): $(sources)
	@echo "Building the program…" >&2
	@.ci/build infra '$(CONFIGURATION)' '$(folder)'
	@touch $@

# Rewritten only if a source has changed.
$(sources): always
	@.ci/source-checksum $@

always:

preview: $(program) ## Show what STACK (default: dev) would create.
	@dotnet $(program) preview --stack '$(STACK)' $(ARGS)

diff: $(program) ## Show what changes in STACK against the revision BASE (default: main).
	@dotnet $(program) preview --stack '$(STACK)' --base-ref '$(or $(BASE),main)' $(ARGS)

check: $(program) ## Check the settings of STACK (default: all stacks).
	@dotnet $(program) check $(if $(filter file,$(origin STACK)),,--stack '$(STACK)') $(ARGS)

render: $(program) ## Print the Kubernetes objects of STACK as YAML.
	@dotnet $(program) render --stack '$(STACK)' $(ARGS)

explain: $(program) ## Explain the setting KEY (default: all settings), and where the stack files set it.
	@dotnet $(program) explain $(KEY) $(ARGS)

init: $(program) ## Write the stack file of STACK with settings that fit; asks for what ARGS does not say.
	@dotnet $(program) init '$(STACK)' $(ARGS)

bench: $(program) ## Benchmark the program against helm with N servings (default: "2 10 100 1000").
	@.ci/build bench '$(CONFIGURATION)' bench/.work/bench
	@$(if $(filter nuget,$(PulumiSdk)),.ci/build bench/mocks '$(CONFIGURATION)' bench/.work/mocks)
	@dotnet bench/.work/bench/Bench.dll --work bench/.work --chart bench/chart --program $(program) --sizes '$(or $(N),2 10 100 1000)' \
		$(if $(ROUNDS),--rounds '$(ROUNDS)') \
		$(if $(filter nuget,$(PulumiSdk)),--mocks bench/.work/mocks/BenchMocks.dll)

linux := $(filter Linux,$(shell uname))

test: ## Run the tests, or those that match FILTER, except those with the Pulumi CLI or a cluster.
	@.ci/require-tool jq jq
	@.ci/require-tool python3 python3
	@.ci/require-tool zipinfo unzip
	@dotnet build Infra.sln --configuration $(CONFIGURATION) --nologo --verbosity quiet
	$(if $(linux),,@echo "Skipped: tests/Workflows.Tests, which runs scripts for Linux.")
	@failed=0; for project in $(if $(linux),tests/*.Tests,$(filter-out tests/Workflows.Tests,$(wildcard tests/*.Tests))); do dotnet test $$project --no-build --configuration $(CONFIGURATION) --nologo \
		--verbosity minimal '-p:VSTestTestCaseFilter=$(if $(FILTER),($(FILTER))&)Category!=Engine&Category!=Cluster' \
		|| { echo "$$project failed."; failed=1; }; done; exit $$failed

test-engine: ## Run the tests with an engine (needs the official packages and the Pulumi CLI).
	@.ci/test-engine '$(CONFIGURATION)'

test-cluster: ## Deploy a stack to a cluster of its own (needs the official packages, the Pulumi CLI, docker, kind and kubectl).
	@.ci/test-cluster '$(CONFIGURATION)'

mutate: ## Show what the tests do not notice in AREA: Model, Validation, StackConfig, Diff (default: all); takes long.
	@.ci/mutate $(AREA)

coverage: ## Report which lines the fast tests cover.
	@dotnet build Infra.sln --configuration $(CONFIGURATION) --nologo --verbosity quiet
	@.ci/coverage $(CONFIGURATION)

schema: ## Regenerate Pulumi.schema.json, and the tables in docs and Pulumi.yaml that follow from settings and presets.
	@UPDATE_GOLDEN=1 dotnet test tests/Infra.Tests --configuration $(CONFIGURATION) --nologo --verbosity quiet --filter "GeneratedFilesTests|CheckpointPageTests"

lock: ## Write the lock files of the Pulumi packages in use (PulumiSdk=nuget or offline), after a change of packages.
	@dotnet restore Infra.sln --force-evaluate -p:RestorePackagesWithLockFile=true --nologo --verbosity quiet

pictures: ## Redraw docs/comment.png (needs node, npm and chromium).
	@.ci/pictures/draw

format: ## Format the source files.
	@dotnet tool restore >/dev/null
	@dotnet csharpier format .

check-format: ## Fail if a source file is not formatted.
	@dotnet tool restore >/dev/null
	@dotnet csharpier check .

lint: ## Lint workflows and scripts, and check spelling and wording (needs node and npm).
	@.ci/lint-workflows
	@.ci/lint-wording

clean: ## Remove all build output and the saved choice of packages.
	@rm -rf $(foreach folder,infra src/* tests/*.Tests tests/Engine.Providers tests/Cluster.Servers bench bench/mocks,$(folder)/bin $(folder)/obj) bench/.work out .preview-cache PulumiSdk.props
