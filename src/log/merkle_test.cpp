// The vectors are those of the reference tests of Certificate Transparency.

#include "log/merkle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"

namespace credit::log {
namespace {

constexpr std::array<std::string_view, 8> entries{"",
                                                  "00",
                                                  "10",
                                                  "2021",
                                                  "3031",
                                                  "40414243",
                                                  "5051525354555657",
                                                  "606162636465666768696a6b6c6d6e6f"};

constexpr std::array<std::string_view, 8> roots{
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Hash hash_of(std::string_view hex) {
    const auto bytes = from_hex(hex).value();
    Hash hash{};
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

std::vector<std::string> hex_of(const Proof& proof) {
    std::vector<std::string> out;
    for (const auto& hash : proof) out.push_back(to_hex(hash));
    return out;
}

TEST(MerkleRoot, AgreesWithTheReference) {
    MerkleRoot tree;
    EXPECT_EQ(to_hex(tree.root()),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        tree.add(from_hex(entries[i]).value());
        EXPECT_EQ(to_hex(tree.root()), roots[i]) << "after " << i + 1;
        EXPECT_EQ(tree.size(), i + 1);
    }
}

TEST(MerkleRoot, ResumesAtEverySize) {
    MerkleRoot tree;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        tree = MerkleRoot::resume(tree.size(), tree.frontier()).value();
        tree.add(from_hex(entries[i]).value());
        EXPECT_EQ(to_hex(tree.root()), roots[i]);
    }
    EXPECT_FALSE(MerkleRoot::resume(3, {}).has_value());
}

MerkleTree reference_tree() {
    MerkleTree tree;
    for (const auto entry : entries) tree.add(from_hex(entry).value());
    return tree;
}

TEST(MerkleTree, IsTheSameMadeAtOnceAndLeafByLeaf) {
    MerkleTree grown;
    std::vector<Hash> leaves;
    EXPECT_EQ(MerkleTree::over(leaves).size(), 0U);
    for (std::uint64_t size = 1; size <= 70; ++size) {
        leaves.push_back(leaf_hash(bytes_of(std::to_string(size))));
        grown.add_hash(leaves.back());
        const auto at_once = MerkleTree::over(leaves);
        EXPECT_EQ(at_once.size(), size);
        EXPECT_EQ(root_of(size, at_once.nodes()).value(), root_of(size, grown.nodes()).value());
        const auto proof = inclusion_proof(size / 2, size, at_once.nodes());
        EXPECT_EQ(proof.value(), inclusion_proof(size / 2, size, grown.nodes()).value());
    }
}

TEST(InclusionProof, AgreesWithTheReference) {
    const auto tree = reference_tree();
    EXPECT_TRUE(inclusion_proof(0, 1, tree.nodes()).value().empty());
    EXPECT_EQ(hex_of(inclusion_proof(5, 8, tree.nodes()).value()),
              (std::vector<std::string>{
                  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                  "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_EQ(hex_of(inclusion_proof(1, 5, tree.nodes()).value()),
              (std::vector<std::string>{
                  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
    EXPECT_FALSE(inclusion_proof(8, 8, tree.nodes()).has_value());
}

TEST(ConsistencyProof, AgreesWithTheReference) {
    const auto tree = reference_tree();
    EXPECT_EQ(hex_of(consistency_proof(6, 8, tree.nodes()).value()),
              (std::vector<std::string>{
                  "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                  "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_EQ(hex_of(consistency_proof(2, 5, tree.nodes()).value()),
              (std::vector<std::string>{
                  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
    EXPECT_FALSE(consistency_proof(9, 8, tree.nodes()).has_value());
}

// Every leaf of every tree up to 70, and every pair of sizes; and nothing else verifies.
class Proofs : public testing::Test {
protected:
    static constexpr std::uint64_t most = 70;
    Proofs() {
        MerkleRoot root;
        heads_.push_back({.size = 0, .root = root.root()});
        for (std::uint64_t i = 0; i < most; ++i) {
            leaves_.push_back(leaf_hash(bytes_of(std::to_string(i))));
            tree_.add_hash(leaves_.back());
            root.add_hash(leaves_.back());
            heads_.push_back({.size = i + 1, .root = root.root()});
        }
    }

    MerkleTree tree_;
    std::vector<Hash> leaves_;
    std::vector<TreeHead> heads_;
};

TEST_F(Proofs, OfInclusionVerify) {
    for (std::uint64_t size = 1; size <= most; ++size) {
        EXPECT_EQ(root_of(size, tree_.nodes()).value(), heads_[size].root);
        for (std::uint64_t index = 0; index < size; ++index) {
            auto proof = inclusion_proof(index, size, tree_.nodes()).value();
            EXPECT_TRUE(verify_inclusion(leaves_[index], index, heads_[size], proof));
            EXPECT_FALSE(verify_inclusion(leaves_[index], index + 1, heads_[size], proof));
            EXPECT_FALSE(verify_inclusion(leaves_[(index + 1) % most], index, heads_[size], proof));
            proof.push_back(leaves_[0]);
            EXPECT_FALSE(verify_inclusion(leaves_[index], index, heads_[size], proof));
            proof.resize(proof.size() - 1);
            if (proof.empty()) continue;
            proof.front()[7] ^= 1U;
            EXPECT_FALSE(verify_inclusion(leaves_[index], index, heads_[size], proof));
            proof.pop_back();
            EXPECT_FALSE(verify_inclusion(leaves_[index], index, heads_[size], proof));
        }
    }
}

TEST_F(Proofs, OfConsistencyVerify) {
    for (std::uint64_t second = 0; second <= most; ++second) {
        for (std::uint64_t first = 0; first <= second; ++first) {
            auto proof = consistency_proof(first, second, tree_.nodes()).value();
            EXPECT_TRUE(verify_consistency(heads_[first], heads_[second], proof));
            if (first > 0 && first < second) {
                TreeHead forged = heads_[first];
                forged.root[0] ^= 1U;
                EXPECT_FALSE(verify_consistency(forged, heads_[second], proof));
                EXPECT_FALSE(verify_consistency(heads_[second], heads_[first], proof));
            }
            proof.push_back(leaves_[0]);
            EXPECT_FALSE(verify_consistency(heads_[first], heads_[second], proof));
        }
    }
}

TEST(MerkleHashes, AreMarkedApart) {
    EXPECT_NE(leaf_hash(bytes_of("x")), crypto::sha256(bytes_of("x")));
    EXPECT_EQ(hash_of(roots[0]), leaf_hash({}));
}

}  // namespace
}  // namespace credit::log
