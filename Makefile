# The commands of the README. STACK names the stack file: Pulumi.$(STACK).yaml.
STACK ?= dev
CONFIGURATION ?= Release

# Which Pulumi packages the build takes; the first build asks NuGet and remembers the answer in PulumiSdk.props.
building := $(filter-out help clean format check-format lint,$(or $(MAKECMDGOALS),help))
export PulumiSdk := $(or $(PulumiSdk),$(if $(building),$(shell .ci/pulumi-sdk),none))
ifeq ($(PulumiSdk),)
$(error no Pulumi packages to build with: see the message above)
endif

# What `make` runs; beside it stand the checksums of everything that it was built from.
folder := infra/bin/$(PulumiSdk)-ahead/$(CONFIGURATION)/program
program := $(folder)/Infra.dll
sources := $(folder).sources

.PHONY: help build preview render bench test schema format check-format lint clean always

help: ## List the commands.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

build: $(program) ## Build the program.

$(program): $(sources)
	@echo "Building the program…" >&2
	@.ci/build infra '$(CONFIGURATION)' '$(folder)'
	@touch $@

# Written only when it changes, so that the program is as old as the sources that it was built from.
$(sources): always
	@.ci/source-checksum $@

always:

preview: $(program) ## Show what STACK (default: dev) would create.
	@dotnet $(program) preview --stack '$(STACK)'

render: $(program) ## Print the Kubernetes objects of STACK as YAML.
	@dotnet $(program) render --stack '$(STACK)'

bench: $(program) ## Compare the program with helm at N (default: "2 10 100 1000") servings.
	@.ci/build bench '$(CONFIGURATION)' bench/.work/bench
	@$(if $(filter nuget,$(PulumiSdk)),.ci/build bench/mocks '$(CONFIGURATION)' bench/.work/mocks)
	@dotnet bench/.work/bench/Bench.dll --work bench/.work --chart bench/chart --program $(program) --sizes '$(or $(N),2 10 100 1000)' \
		$(if $(filter nuget,$(PulumiSdk)),--mocks bench/.work/mocks/BenchMocks.dll)

test: ## Run the tests.
	@.ci/require-tool jq jq
	@.ci/require-tool python3 python3
	@dotnet test tests --configuration $(CONFIGURATION) --nologo --verbosity minimal
	@dotnet test tests/Wire.Tests --configuration $(CONFIGURATION) --nologo --verbosity minimal

schema: ## Make anew what describes the settings: Pulumi.schema.json, README.md, Pulumi.yaml.
	@UPDATE_GOLDEN=1 dotnet test tests --configuration $(CONFIGURATION) --nologo --verbosity quiet --filter GeneratedFilesTests

format: ## Format the sources.
	@dotnet tool restore >/dev/null
	@dotnet csharpier format .

check-format: ## Fail where a source is not formatted.
	@dotnet tool restore >/dev/null
	@dotnet csharpier check .

lint: ## Lint workflows and scripts, and check spelling and wording (needs node and npm).
	@.ci/lint-workflows
	@.ci/lint-wording

clean: ## Remove everything that was built, and the remembered choice of packages.
	@rm -rf $(foreach folder,infra src/OfflinePreview src/OfflineSdk tests tests/Wire.Tests src/BatchClient bench bench/mocks,$(folder)/bin $(folder)/obj) bench/.work PulumiSdk.props
