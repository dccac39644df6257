# The commands of the README. STACK names the stack file: Pulumi.$(STACK).yaml.
STACK ?= dev
CONFIGURATION ?= Release

# Which Pulumi packages the build takes; the first build asks NuGet and remembers the answer in PulumiSdk.props.
building := $(filter-out help clean format check-format,$(or $(MAKECMDGOALS),help))
export PulumiSdk := $(or $(PulumiSdk),$(if $(building),$(shell .ci/pulumi-sdk),none))
ifeq ($(PulumiSdk),)
$(error no Pulumi packages to build with: see the message above)
endif

infra := infra/bin/$(PulumiSdk)/$(CONFIGURATION)/net10.0/Infra.dll

sources := $(shell find infra offline-sdk batch \( -name bin -o -name obj \) -prune -o \( -name '*.cs' -o -name '*.csproj' -o -name '*.py' \) -print)
settings := $(wildcard Directory.* global.json .editorconfig PulumiSdk.props)

.PHONY: help build preview render test schema format check-format clean

help: ## List the commands.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

build: $(infra) ## Build the program.

$(infra): $(sources) $(settings)
	@echo "Building the program…" >&2
	@dotnet build infra --configuration $(CONFIGURATION) --nologo --verbosity quiet '-clp:ErrorsOnly;NoSummary' >&2
	@touch $@

preview: $(infra) ## Show what STACK (default: dev) would create.
	@dotnet $(infra) preview --stack '$(STACK)'

render: $(infra) ## Print the Kubernetes objects of STACK as YAML.
	@dotnet $(infra) render --stack '$(STACK)'

test: ## Run the tests.
	@.ci/need jq jq
	@.ci/need python3 python3
	@dotnet test tests --configuration $(CONFIGURATION) --nologo --verbosity minimal

schema: ## Make anew what describes the settings: Pulumi.schema.json, README.md, Pulumi.yaml.
	@UPDATE_GOLDEN=1 dotnet test tests --configuration $(CONFIGURATION) --nologo --verbosity quiet --filter GeneratedFilesTests

format: ## Format the sources.
	@dotnet tool restore >/dev/null
	@dotnet csharpier format .

check-format: ## Fail where a source is not formatted.
	@dotnet tool restore >/dev/null
	@dotnet csharpier check .

clean: ## Remove everything that was built, and the remembered choice of packages.
	@rm -rf infra/bin infra/obj tests/bin tests/obj offline-sdk/bin offline-sdk/obj batch/bin batch/obj PulumiSdk.props
